-- What bodies collect, in yuan: all administrative fees by the table, and what the text says of requests.
WITH stated AS (
    SELECT report_id, max(CAST(round(CAST(value AS DOUBLE)) AS INTEGER)) AS fees
    FROM v_claim
    WHERE kind = 'fees_yuan' AND approximate = 0 AND other_year IS NULL
    GROUP BY report_id
    HAVING count(DISTINCT CAST(value AS DOUBLE)) = 1
)
SELECT
    figures.report_id, figures.agency_id, figures.year,
    CAST(round(10000 * CAST(figures.s2_admin_fee_amount_wan AS DOUBLE)) AS BIGINT) AS administrative_fees,
    stated.fees AS fee_per_request,
    figures.s3_outcome_total_total AS "fee_per_request of"
FROM v_figures AS figures LEFT JOIN stated ON stated.report_id = figures.report_id;
