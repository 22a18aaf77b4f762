-- How administrative reviews ended. Concluded cases are those that are not pending.
WITH report AS (
    SELECT
        agency, year, failed_findings, covered,
        s4_review_corrected AS corrected,
        s4_review_pending AS pending,
        s4_review_maintained + s4_review_corrected + s4_review_other AS concluded,
        s4_review_total AS all_cases
    FROM v_figures
    WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
        AND (:to IS NULL OR year <= :to)
)
SELECT agency, year, failed_findings, covered, 'correction_rate' AS definition, '' AS series, corrected AS numerator, concluded AS denominator
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'correction_rate_all', '', corrected, all_cases
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'pending_share', '', pending, all_cases
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'cases', '', all_cases, NULL
FROM report;
