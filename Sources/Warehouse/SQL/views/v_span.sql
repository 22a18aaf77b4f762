-- For each body, the years on which reports can be expected: from its first to the year before another body took
-- it over, or without end.
CREATE VIEW v_span AS
SELECT
    revision.agency_id,
    min(revision.year) AS first_year,
    (SELECT min(succession.year) FROM succession
     WHERE succession.predecessor = revision.agency_id) - 1 AS last_year,
    max(revision.year) AS last_report
FROM revision
GROUP BY revision.agency_id;
