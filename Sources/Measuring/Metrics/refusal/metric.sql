-- Of the requests closed in a year, those that were refused: narrowly, widely, and for each reason.
WITH report AS (
    SELECT
        report_id, agency_id, year,
        s3_refused_state_secret_total + s3_refused_law_prohibited_total
            + s3_refused_safety_stability_total + s3_refused_third_party_total
            + s3_refused_internal_affairs_total + s3_refused_process_info_total
            + s3_refused_enforcement_file_total + s3_refused_admin_query_total AS refused,
        s3_unable_not_held_total + s3_unable_need_creation_total
            + s3_unable_unclear_total AS unable,
        s3_unprocessed_petition_total + s3_unprocessed_duplicate_total
            + s3_unprocessed_publication_total + s3_unprocessed_excessive_total
            + s3_unprocessed_reconfirm_total AS unprocessed,
        s3_outcome_total_total AS closed,
        s14_ans_refused AS sheet_refused,
        s14_answered AS sheet_answered,
        s3_refused_state_secret_total AS refused_state_secret,
        s3_refused_law_prohibited_total AS refused_law_prohibited,
        s3_refused_safety_stability_total AS refused_safety_stability,
        s3_refused_third_party_total AS refused_third_party,
        s3_refused_internal_affairs_total AS refused_internal_affairs,
        s3_refused_process_info_total AS refused_process_info,
        s3_refused_enforcement_file_total AS refused_enforcement_file,
        s3_refused_admin_query_total AS refused_admin_query
    FROM v_figures
)
SELECT
    report_id, agency_id, year,
    refused AS narrow, closed AS "narrow of",
    refused + unable + unprocessed AS wide, closed AS "wide of",
    refused AS "reason_share of",
    coalesce(refused, sheet_refused) AS as_printed,
    CASE WHEN refused IS NULL THEN sheet_answered ELSE closed END AS "as_printed of",
    refused_state_secret AS "narrow by refused_state_secret", refused_state_secret AS "reason_share by refused_state_secret",
    refused_law_prohibited AS "narrow by refused_law_prohibited", refused_law_prohibited AS "reason_share by refused_law_prohibited",
    refused_safety_stability AS "narrow by refused_safety_stability", refused_safety_stability AS "reason_share by refused_safety_stability",
    refused_third_party AS "narrow by refused_third_party", refused_third_party AS "reason_share by refused_third_party",
    refused_internal_affairs AS "narrow by refused_internal_affairs", refused_internal_affairs AS "reason_share by refused_internal_affairs",
    refused_process_info AS "narrow by refused_process_info", refused_process_info AS "reason_share by refused_process_info",
    refused_enforcement_file AS "narrow by refused_enforcement_file", refused_enforcement_file AS "reason_share by refused_enforcement_file",
    refused_admin_query AS "narrow by refused_admin_query", refused_admin_query AS "reason_share by refused_admin_query"
FROM report;
