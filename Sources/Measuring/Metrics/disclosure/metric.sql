-- Of the requests closed in a year, those that were answered with disclosure, in full or in part.
WITH report AS (
    SELECT
        report_id, agency_id, year,
        s3_new_received_total AS new_received,
        s3_granted_total AS granted,
        s3_granted_total + s3_partial_total AS disclosed,
        s3_outcome_total_total AS closed,
        s3_unprocessed_petition_total + s3_unprocessed_duplicate_total
            + s3_unprocessed_publication_total + s3_unprocessed_excessive_total
            + s3_unprocessed_reconfirm_total AS unprocessed,
        coalesce(
            s3_other_total_total,
            s3_other_no_correction_total + s3_other_unpaid_fee_total + s3_other_misc_total
        ) AS other,
        s14_ans_already_public + s14_ans_granted + s14_ans_partial AS sheet_disclosed,
        s14_answered AS sheet_answered
    FROM v_figures
)
SELECT
    report_id, agency_id, year,
    disclosed AS disclosure_rate, closed AS "disclosure_rate of",
    granted AS full_disclosure_rate, closed AS "full_disclosure_rate of",
    disclosed AS disclosure_rate_of_received, new_received AS "disclosure_rate_of_received of",
    disclosed AS disclosure_rate_ex_other,
    closed - other - unprocessed AS "disclosure_rate_ex_other of",
    coalesce(disclosed, sheet_disclosed) AS across_forms,
    CASE WHEN disclosed IS NULL THEN sheet_answered ELSE closed END AS "across_forms of"
FROM report;
