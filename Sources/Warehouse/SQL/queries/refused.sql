-- Whether this content was refused at this path by this version.
SELECT 1
FROM quarantine
WHERE path = :path AND sha256 IS :sha256 AND reader = :reader;
