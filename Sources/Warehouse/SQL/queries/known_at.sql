-- The contents that this version has read at a path, or out of the archive there, and those that people ignore.
SELECT revision.sha256
FROM location
JOIN revision ON revision.sha256 = location.sha256
WHERE (location.path = :path OR (location.path > :below AND location.path < :end))
    AND revision.reader = :reader
UNION
SELECT sha256
FROM quarantine
WHERE (path = :path OR (path > :below AND path < :end))
    AND sha256 IS NOT NULL AND ignored = 1;
