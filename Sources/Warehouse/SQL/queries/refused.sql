-- Whether this content was refused at this path by this version, or is passed over whatever the version.
SELECT ignored
FROM quarantine
WHERE path = :path AND sha256 IS :sha256 AND (reader = :reader OR ignored = 1);
