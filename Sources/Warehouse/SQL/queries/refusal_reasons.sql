-- Of each report that counts, how many answers refused on which ground.
SELECT
    agency_id, agency, year, covered, s3_outcome_total_total AS closed,
    s3_refused_state_secret_total + s3_refused_law_prohibited_total
        + s3_refused_safety_stability_total + s3_refused_third_party_total
        + s3_refused_internal_affairs_total + s3_refused_process_info_total
        + s3_refused_enforcement_file_total + s3_refused_admin_query_total AS refused,
    s3_refused_state_secret_total AS refused_state_secret,
    s3_refused_law_prohibited_total AS refused_law_prohibited,
    s3_refused_safety_stability_total AS refused_safety_stability,
    s3_refused_third_party_total AS refused_third_party,
    s3_refused_internal_affairs_total AS refused_internal_affairs,
    s3_refused_process_info_total AS refused_process_info,
    s3_refused_enforcement_file_total AS refused_enforcement_file,
    s3_refused_admin_query_total AS refused_admin_query
FROM v_figures
ORDER BY agency, year;
