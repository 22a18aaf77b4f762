-- For each body and year on which a report can be expected, whether there is one; until the last year of any.
CREATE VIEW v_expected AS
WITH RECURSIVE expected (agency_id, year, final) AS (
    SELECT
        agency_id, first_year,
        max(coalesce(last_year, (SELECT max(year) FROM revision)), last_report)
    FROM v_span
    UNION ALL
    SELECT agency_id, year + 1, final FROM expected WHERE year < final
)
SELECT
    expected.agency_id, expected.year,
    EXISTS (
        SELECT 1 FROM standing
        WHERE standing.agency_id = expected.agency_id AND standing.year = expected.year
    ) AS is_there
FROM expected;
