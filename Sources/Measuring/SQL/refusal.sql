-- Of the requests closed in a year, those that were refused: in all, and by each of the eight reasons.
-- A cell without a number makes every sum over it NULL: it is unknown, not zero.
WITH report AS (
    SELECT
        agency, year, failed_findings, covered,
        s3_outcome_total_total AS closed,
        s3_refused_state_secret_total AS state_secret,
        s3_refused_law_prohibited_total AS law_prohibited,
        s3_refused_safety_stability_total AS safety_stability,
        s3_refused_third_party_total AS third_party,
        s3_refused_internal_affairs_total AS internal_affairs,
        s3_refused_process_info_total AS process_info,
        s3_refused_enforcement_file_total AS enforcement_file,
        s3_refused_admin_query_total AS admin_query,
        s3_refused_state_secret_total
            + s3_refused_law_prohibited_total
            + s3_refused_safety_stability_total
            + s3_refused_third_party_total
            + s3_refused_internal_affairs_total
            + s3_refused_process_info_total
            + s3_refused_enforcement_file_total
            + s3_refused_admin_query_total AS refused,
        s3_unable_not_held_total + s3_unable_need_creation_total + s3_unable_unclear_total AS unable,
        s3_unprocessed_petition_total + s3_unprocessed_duplicate_total
            + s3_unprocessed_publication_total + s3_unprocessed_excessive_total
            + s3_unprocessed_reconfirm_total AS unprocessed
    FROM v_figures
    WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
        AND (:to IS NULL OR year <= :to)
),
reason AS (
    SELECT agency, year, failed_findings, covered, 'refused_state_secret' AS series, state_secret AS refused_so, refused, closed
    FROM report
    UNION ALL
    SELECT agency, year, failed_findings, covered, 'refused_law_prohibited', law_prohibited, refused, closed FROM report
    UNION ALL
    SELECT agency, year, failed_findings, covered, 'refused_safety_stability', safety_stability, refused, closed FROM report
    UNION ALL
    SELECT agency, year, failed_findings, covered, 'refused_third_party', third_party, refused, closed FROM report
    UNION ALL
    SELECT agency, year, failed_findings, covered, 'refused_internal_affairs', internal_affairs, refused, closed FROM report
    UNION ALL
    SELECT agency, year, failed_findings, covered, 'refused_process_info', process_info, refused, closed FROM report
    UNION ALL
    SELECT agency, year, failed_findings, covered, 'refused_enforcement_file', enforcement_file, refused, closed FROM report
    UNION ALL
    SELECT agency, year, failed_findings, covered, 'refused_admin_query', admin_query, refused, closed FROM report
)
SELECT agency, year, failed_findings, covered, 'narrow' AS definition, '' AS series, refused AS numerator,
    closed AS denominator
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'wide', '', refused + unable + unprocessed, closed FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'narrow', series, refused_so, closed FROM reason
UNION ALL
SELECT agency, year, failed_findings, covered, 'reason_share', series, refused_so, refused FROM reason;
