-- Notes which reports of the shard this warehouse doesn't have. What it refuses itself it doesn't take over.
CREATE TEMP TABLE taken_over (id INTEGER PRIMARY KEY, new_id INTEGER NOT NULL);
INSERT INTO temp.taken_over
SELECT id, row_number() OVER (ORDER BY id) + max(
    coalesce((SELECT max(id) FROM main.revision), 0), coalesce((SELECT max(revision_id) FROM main.standing), 0)
)
FROM shard.revision
WHERE sha256 NOT IN (SELECT sha256 FROM main.revision)
    AND sha256 NOT IN (SELECT sha256 FROM main.quarantine WHERE sha256 IS NOT NULL);
