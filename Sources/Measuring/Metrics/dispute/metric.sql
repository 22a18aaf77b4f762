-- How often answers are contested, and how often the body is corrected. A suit after a review is the same dispute.
SELECT
    report_id, agency_id, year,
    s4_review_total + s4_lit_direct_total AS dispute_rate,
    s3_outcome_total_total AS "dispute_rate of",
    s4_review_corrected + s4_lit_direct_corrected + s4_lit_after_review_corrected
        AS dispute_correction_rate,
    s4_review_maintained + s4_review_corrected + s4_review_other
        + s4_lit_direct_maintained + s4_lit_direct_corrected + s4_lit_direct_other
        + s4_lit_after_review_maintained + s4_lit_after_review_corrected + s4_lit_after_review_other
        AS "dispute_correction_rate of"
FROM v_figures;
