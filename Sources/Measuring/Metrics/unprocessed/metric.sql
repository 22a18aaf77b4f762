-- Of the requests closed in a year, those that were not processed.
SELECT
    report_id, agency_id, year,
    s3_unprocessed_petition_total + s3_unprocessed_duplicate_total + s3_unprocessed_publication_total
        + s3_unprocessed_excessive_total + s3_unprocessed_reconfirm_total AS unprocessed_rate,
    s3_outcome_total_total AS "unprocessed_rate of",
    s3_unprocessed_petition_total AS "unprocessed_rate by unprocessed_petition",
    s3_unprocessed_duplicate_total AS "unprocessed_rate by unprocessed_duplicate",
    s3_unprocessed_publication_total AS "unprocessed_rate by unprocessed_publication",
    s3_unprocessed_excessive_total AS "unprocessed_rate by unprocessed_excessive",
    s3_unprocessed_reconfirm_total AS "unprocessed_rate by unprocessed_reconfirm"
FROM v_figures;
