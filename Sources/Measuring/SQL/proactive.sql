-- What section two counts: documents and decisions.
WITH report AS (
    SELECT
        agency, year, failed_findings, covered,
        s2_regulation_in_force AS regulations_in_force,
        coalesce(s2_normative_doc_made, s2o_normative_doc_new_made) AS documents_made,
        s2_normative_doc_repealed AS documents_repealed,
        s2_normative_doc_in_force AS documents_in_force,
        coalesce(s2_licensing_decisions, s2o_licensing_decisions) AS licences,
        coalesce(s2_penalty_decisions, s2o_penalty_decisions) AS penalties,
        coalesce(s2_coercion_decisions, s2o_coercion_decisions) AS coercions
    FROM v_figures
    WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
        AND (:to IS NULL OR year <= :to)
)
SELECT agency, year, failed_findings, covered, 'regulations_in_force' AS definition, '' AS series, regulations_in_force AS numerator, NULL AS denominator
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'documents_made', '', documents_made, NULL
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'documents_repealed', '', documents_repealed, NULL
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'documents_in_force', '', documents_in_force, NULL
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'licences', '', licences, NULL
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'penalties', '', penalties, NULL
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'coercions', '', coercions, NULL
FROM report;
