-- What each report gives to each figure of a metric, with the groups that its body belongs to, each a column of v_body.
-- A report is covered in a group if a government of that group counts its requests too: a bit for each group.
WITH measured AS (
{metric}
)
SELECT
    measured.agency_id, measured.year,
    coalesce(standing.failed_findings, 0), coalesce(standing.scope_changed, 0),
    coalesce(standing.other_form, 0),
    {halves},
    {groups},
    {covered}
FROM measured
JOIN v_body AS body ON body.agency_id = measured.agency_id
LEFT JOIN standing ON standing.revision_id = measured.report_id
WHERE (:agency IS NULL OR body.agency = :agency)
    AND (:from IS NULL OR measured.year >= :from)
    AND (:to IS NULL OR measured.year <= :to)
    AND (:region IS NULL OR substr(body.region, 1, length(:region)) = :region)
    AND (:level IS NULL OR body.level = :level)
    AND (:sector IS NULL OR body.sector = :sector);
