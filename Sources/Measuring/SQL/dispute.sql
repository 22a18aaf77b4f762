-- How often answers are contested, and how often the body is corrected. A suit after a review is the same dispute.
WITH report AS (
    SELECT
        agency, year, failed_findings, covered,
        s4_review_total + s4_lit_direct_total AS cases,
        s3_outcome_total_total AS closed,
        s4_review_corrected + s4_lit_direct_corrected + s4_lit_after_review_corrected AS corrected,
        s4_review_maintained + s4_lit_direct_maintained + s4_lit_after_review_maintained + s4_review_corrected + s4_lit_direct_corrected + s4_lit_after_review_corrected + s4_review_other + s4_lit_direct_other + s4_lit_after_review_other AS concluded
    FROM v_figures
    WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
        AND (:to IS NULL OR year <= :to)
)
SELECT agency, year, failed_findings, covered, 'dispute_rate' AS definition, '' AS series, cases AS numerator, closed AS denominator
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'dispute_correction_rate', '', corrected, concluded
FROM report;
