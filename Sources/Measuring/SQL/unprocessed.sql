-- Of the requests closed in a year, those that were not processed: in all, and by reason.
WITH report AS (
    SELECT
        agency, year, failed_findings, covered,
        s3_outcome_total_total AS closed,
        s3_unprocessed_petition_total AS unprocessed_petition,
        s3_unprocessed_duplicate_total AS unprocessed_duplicate,
        s3_unprocessed_publication_total AS unprocessed_publication,
        s3_unprocessed_excessive_total AS unprocessed_excessive,
        s3_unprocessed_reconfirm_total AS unprocessed_reconfirm
    FROM v_figures
    WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
        AND (:to IS NULL OR year <= :to)
)
SELECT agency, year, failed_findings, covered, 'unprocessed_rate' AS definition, '' AS series, unprocessed_petition + unprocessed_duplicate + unprocessed_publication + unprocessed_excessive + unprocessed_reconfirm AS numerator, closed AS denominator
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'unprocessed_rate', 'unprocessed_petition', unprocessed_petition, closed
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'unprocessed_rate', 'unprocessed_duplicate', unprocessed_duplicate, closed
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'unprocessed_rate', 'unprocessed_publication', unprocessed_publication, closed
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'unprocessed_rate', 'unprocessed_excessive', unprocessed_excessive, closed
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'unprocessed_rate', 'unprocessed_reconfirm', unprocessed_reconfirm, closed
FROM report;
