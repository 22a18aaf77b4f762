-- The revision that counts for each body and year: the pinned one, else the one published last.
CREATE VIEW v_standing AS
SELECT revision_id, agency_id, year
FROM (
    SELECT
        id AS revision_id, agency_id, year,
        row_number() OVER (
            PARTITION BY agency_id, year
            ORDER BY pin.sha256 IS NULL, published DESC NULLS LAST, revision.sha256 DESC
        ) AS place
    FROM revision LEFT JOIN pin ON pin.sha256 = revision.sha256
)
WHERE place = 1;
