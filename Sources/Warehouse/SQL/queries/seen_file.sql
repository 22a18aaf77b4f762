-- A file that was read before.
SELECT path, size, modified, inode, reader, reports, quarantined, ignored
FROM seen_file
WHERE path = :path;
