-- Of the requests closed in a year, those that could not be provided: in all, and by reason.
WITH report AS (
    SELECT
        agency, year, failed_findings, covered,
        s3_outcome_total_total AS closed,
        s3_unable_not_held_total AS unable_not_held,
        s3_unable_need_creation_total AS unable_need_creation,
        s3_unable_unclear_total AS unable_unclear
    FROM v_figures
    WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
        AND (:to IS NULL OR year <= :to)
)
SELECT agency, year, failed_findings, covered, 'unable_rate' AS definition, '' AS series, unable_not_held + unable_need_creation + unable_unclear AS numerator, closed AS denominator
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'unable_rate', 'unable_not_held', unable_not_held, closed
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'unable_rate', 'unable_need_creation', unable_need_creation, closed
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'unable_rate', 'unable_unclear', unable_unclear, closed
FROM report;
