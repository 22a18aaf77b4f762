-- What is carried over from one year to the next, and what of the work is done.
WITH report AS (
    SELECT
        agency, year, failed_findings, covered,
        s3_carried_in_total AS carried_in,
        s3_carried_out_total AS carried_out,
        s3_outcome_total_total AS closed,
        s3_new_received_total + s3_carried_in_total AS work
    FROM v_figures
    WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
        AND (:to IS NULL OR year <= :to)
)
SELECT agency, year, failed_findings, covered, 'carry_over_rate' AS definition, '' AS series, carried_out AS numerator, work AS denominator
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'carry_in_share', '', carried_in, work
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'completion_rate', '', closed, work
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'backlog_growth', '', carried_out - carried_in, NULL
FROM report;
