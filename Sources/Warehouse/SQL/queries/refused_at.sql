-- The contents that this version has refused at a path, or out of the archive there.
SELECT sha256, code, detail_1, tries
FROM quarantine
WHERE (path = :path OR (path > :below AND path < :end))
    AND sha256 IS NOT NULL AND ignored = 0 AND reader = :reader;
