-- Notes which reports of the shard this warehouse doesn't have. What it refuses itself it doesn't take over.
CREATE TEMP TABLE taken_over (id INTEGER PRIMARY KEY);
INSERT INTO temp.taken_over
SELECT id FROM shard.revision
WHERE id NOT IN (SELECT id FROM main.revision)
    AND sha256 NOT IN (SELECT sha256 FROM main.quarantine WHERE sha256 IS NOT NULL);
