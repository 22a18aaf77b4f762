-- Of the requests closed in a year, those that ended otherwise, withdrawn ones among them.
WITH report AS (
    SELECT
        agency, year, failed_findings, covered,
        s3_outcome_total_total AS closed,
        coalesce(
            s3_other_total_total,
            s3_other_no_correction_total + s3_other_unpaid_fee_total + s3_other_misc_total
        ) AS other
    FROM v_figures
    WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
        AND (:to IS NULL OR year <= :to)
)
SELECT agency, year, failed_findings, covered, 'other_rate' AS definition, '' AS series, other AS numerator, closed AS denominator
FROM report;
