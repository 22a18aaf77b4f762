-- How many findings fail in a report, and in how many reports none does.
WITH report AS (
    SELECT
        agency, year, failed_findings, covered,
        failed_findings AS findings
    FROM v_figures
    WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
        AND (:to IS NULL OR year <= :to)
)
SELECT agency, year, failed_findings, covered, 'findings_per_report' AS definition, '' AS series, findings AS numerator, 1 AS denominator
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'sound_reports', '', findings = 0, 1
FROM report;
