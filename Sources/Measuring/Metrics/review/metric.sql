-- How administrative reviews ended. The sheet of 2014 has no pending cases, so all of its cases are concluded.
WITH report AS (
    SELECT
        report_id, agency_id, year,
        s4_review_corrected AS corrected,
        s4_review_maintained + s4_review_corrected + s4_review_other AS concluded,
        s4_review_pending AS pending,
        s4_review_total AS cases,
        s14_review_corrected AS sheet_corrected,
        s14_review_maintained + s14_review_corrected + s14_review_other AS sheet_concluded
    FROM v_figures
)
SELECT
    report_id, agency_id, year,
    corrected AS correction_rate, concluded AS "correction_rate of",
    corrected AS correction_rate_all, cases AS "correction_rate_all of",
    pending AS pending_share, cases AS "pending_share of",
    cases,
    coalesce(corrected, sheet_corrected) AS correction_across_forms,
    CASE WHEN corrected IS NULL THEN sheet_concluded ELSE concluded END AS "correction_across_forms of"
FROM report;
