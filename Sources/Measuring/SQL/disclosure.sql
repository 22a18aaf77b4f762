-- Of the requests closed in a year, those that were answered with disclosure, in full or in part.
WITH report AS (
    SELECT
        agency, year, failed_findings, covered,
        s3_new_received_total AS new_received,
        s3_granted_total AS granted,
        s3_partial_total AS partial,
        s3_outcome_total_total AS closed,
        s3_unprocessed_petition_total + s3_unprocessed_duplicate_total
            + s3_unprocessed_publication_total + s3_unprocessed_excessive_total
            + s3_unprocessed_reconfirm_total AS unprocessed,
        coalesce(
            s3_other_total_total,
            s3_other_no_correction_total + s3_other_unpaid_fee_total + s3_other_misc_total
        ) AS other
    FROM v_figures
    WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
        AND (:to IS NULL OR year <= :to)
)
SELECT agency, year, failed_findings, covered, 'disclosure_rate' AS definition, '' AS series,
    granted + partial AS numerator, closed AS denominator
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'full_disclosure_rate', '', granted, closed FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'disclosure_rate_of_received', '', granted + partial,
    new_received
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'disclosure_rate_ex_other', '', granted + partial,
    closed - other - unprocessed
FROM report;
