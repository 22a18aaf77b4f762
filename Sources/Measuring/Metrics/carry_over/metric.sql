-- What is carried over from one year to the next, and what of the work is done.
SELECT
    report_id, agency_id, year,
    s3_carried_out_total AS carry_over_rate,
    s3_new_received_total + s3_carried_in_total AS "carry_over_rate of",
    s3_carried_in_total AS carry_in_share,
    s3_new_received_total + s3_carried_in_total AS "carry_in_share of",
    s3_outcome_total_total AS completion_rate,
    s3_new_received_total + s3_carried_in_total AS "completion_rate of",
    s3_carried_out_total - s3_carried_in_total AS backlog_growth
FROM v_figures;
