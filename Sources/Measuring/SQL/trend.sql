-- A metric's sums over groups of bodies and years. The metric's own question gives each report's halves; the group
-- is a column of v_body.
-- A report that a government of the same group counts too is not added again.
WITH measured AS (
{metric}
),
counted AS MATERIALIZED (
    SELECT
        body.{group} AS body_group, measured.agency_id, measured.year AS year,
        coalesce(standing.failed_findings, 0) AS failed,
        coalesce(standing.scope_changed, 0) AS scope_changed,
        coalesce(standing.other_form, 0) AS other_form,
        {covered} AS covered,
        {halves}
    FROM measured
    JOIN v_body AS body ON body.agency_id = measured.agency_id
    LEFT JOIN standing ON standing.revision_id = measured.report_id
    WHERE (:agency IS NULL OR body.agency = :agency)
        AND (:from IS NULL OR measured.year >= :from)
        AND (:to IS NULL OR measured.year <= :to)
        AND (:region IS NULL OR substr(body.region, 1, length(:region)) = :region)
        AND (:level IS NULL OR body.level = :level)
        AND (:sector IS NULL OR body.sector = :sector)
),
judged AS MATERIALIZED (
    SELECT body_group, agency_id, year, failed, scope_changed, other_form, covered, {judgements}
    FROM counted
){panel}
SELECT body_group, year, sum(covered) AS covered, {sums}
FROM {source}
GROUP BY body_group, year
ORDER BY body_group, year;
