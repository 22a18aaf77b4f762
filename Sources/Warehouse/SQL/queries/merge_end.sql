-- Takes over where contents lie, what was refused, and what people have decided.
INSERT INTO main.location (path, sha256)
SELECT path, sha256 FROM shard.location
WHERE sha256 IN (SELECT sha256 FROM main.revision) AND path NOT IN (SELECT path FROM main.location);
INSERT INTO main.quarantine (path, sha256, code, detail_1, detail_2, detail_3, detail_4, table_number, line, agency,
    year, reader, first_seen, tries, ignored)
SELECT path, sha256, code, detail_1, detail_2, detail_3, detail_4, table_number, line, agency, year, reader,
    first_seen, tries, ignored
FROM shard.quarantine
WHERE path NOT IN (SELECT path FROM main.quarantine)
    AND (sha256 IS NULL OR sha256 NOT IN (SELECT sha256 FROM main.revision));
INSERT INTO main.seen_file (path, size, modified, inode, reader, reports, quarantined, ignored)
SELECT path, size, modified, inode, reader, reports, quarantined, ignored FROM shard.seen_file
WHERE path NOT IN (SELECT path FROM main.seen_file);
INSERT OR IGNORE INTO main.acceptance SELECT * FROM shard.acceptance;
DROP TABLE temp.taken_over;
