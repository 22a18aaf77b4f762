-- Has every file opened again that a content lies in, be it the file itself or a member of an archive.
DELETE FROM seen_file
WHERE EXISTS (
    SELECT 1 FROM location
    WHERE location.sha256 = :sha256
        AND (location.path = seen_file.path
            OR substr(location.path, 1, length(seen_file.path) + 1) = seen_file.path || '/'
            OR substr(location.path, 1, length(seen_file.path) + 1) = seen_file.path || '#')
);
