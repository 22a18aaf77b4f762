-- The files under a folder that were read before, by path, from one on.
SELECT path, size, modified, inode, reader, reports, quarantined, ignored
FROM seen_file
WHERE path > :after AND path < :end
ORDER BY path
LIMIT :count;
