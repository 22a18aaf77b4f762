-- Which version read this content, and whether it is known to lie at this path.
SELECT
    reader,
    EXISTS (
        SELECT 1 FROM location WHERE path = :path AND location.sha256 = revision.sha256
    ) AS here
FROM revision
WHERE sha256 = :sha256;
