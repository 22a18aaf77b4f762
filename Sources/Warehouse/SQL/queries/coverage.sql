-- For each body and year on which a report can be expected: what there is.
-- Expected are all years from a body's first report to the last year of any, or to the year before another body
-- took it over.
WITH RECURSIVE there AS MATERIALIZED (
    SELECT
        v_standing.agency_id, v_standing.year, revision.published,
        (SELECT min(path) FROM location WHERE location.sha256 = revision.sha256) AS path
    FROM v_standing JOIN revision ON revision.id = v_standing.revision_id
), expected (id, agency, region, level, kind, year, final) AS (
    SELECT
        agency.id, agency.name, agency.region, agency.level, agency.kind, v_span.first_year,
        max(coalesce(v_span.last_year, :season), v_span.last_report)
    FROM v_span JOIN agency ON agency.id = v_span.agency_id
    UNION ALL
    SELECT id, agency, region, level, kind, year + 1, final FROM expected WHERE year < final
)
SELECT
    expected.id AS agency_id, expected.agency, expected.region, expected.level, expected.kind,
    expected.year, there.published, there.path, there.agency_id IS NOT NULL AS is_there,
    (SELECT quarantine.code FROM quarantine
     JOIN agency_name ON agency_name.name = quarantine.agency
     WHERE agency_name.agency_id = expected.id AND quarantine.year = expected.year
     ORDER BY quarantine.path LIMIT 1) AS refused
FROM expected
LEFT JOIN there ON there.agency_id = expected.id AND there.year = expected.year
WHERE (:agency IS NULL OR expected.agency = :agency) AND (:from IS NULL OR expected.year >= :from)
    AND (:to IS NULL OR expected.year <= :to) AND (:region IS NULL OR expected.region LIKE :region || '%')
ORDER BY expected.region IS NULL, expected.region, expected.agency, expected.id, expected.year;
