-- Has every file opened again that a content lies in, be it the file itself or a member of an archive: the files whose
-- paths are beginnings of the content's. Most contents lie nowhere yet, and then no table is looked through.
WITH RECURSIVE beginning (path, size) AS (
    SELECT path, length(path) FROM location WHERE sha256 = :sha256
    UNION
    SELECT path, size - 1 FROM beginning WHERE size > 1
)
DELETE FROM seen_file
WHERE path IN (
    SELECT substr(path, 1, size)
    FROM beginning
    WHERE size = length(path) OR substr(path, size + 1, 1) IN ('/', '#')
);
