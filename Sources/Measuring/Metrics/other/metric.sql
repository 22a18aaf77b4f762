-- Of the requests closed in a year, those that ended otherwise: one row until 2020, three since.
SELECT
    report_id, agency_id, year,
    coalesce(
        s3_other_total_total,
        s3_other_no_correction_total + s3_other_unpaid_fee_total + s3_other_misc_total
    ) AS other_rate,
    s3_outcome_total_total AS "other_rate of"
FROM v_figures;
