-- What each report gives to a figure, those that are left out included.
WITH measured AS (
{metric}
)
SELECT
    body.agency, measured.year AS year, measured."{numerator}" AS numerator,
    {denominator} AS denominator, coalesce(standing.covered, 0) AS covered
FROM measured
JOIN v_body AS body ON body.agency_id = measured.agency_id
LEFT JOIN standing ON standing.revision_id = measured.report_id
WHERE (:agency IS NULL OR body.agency = :agency)
    AND (:from IS NULL OR measured.year >= :from) AND (:to IS NULL OR measured.year <= :to)
ORDER BY body.agency, measured.year;
