-- What section two counts: documents and decisions. Documents in force and repealed are on the form since 2021.
SELECT
    figures.report_id, figures.agency_id, figures.year,
    figures.s2_regulation_in_force AS regulations_in_force,
    coalesce(figures.s2_normative_doc_made, figures.s2o_normative_doc_new_made) AS documents_made,
    figures.s2_normative_doc_repealed AS documents_repealed,
    figures.s2_normative_doc_in_force AS documents_in_force,
    figures.s2_normative_doc_repealed AS document_turnover,
    before.s2_normative_doc_in_force AS "document_turnover of",
    coalesce(figures.s2_licensing_decisions, figures.s2o_licensing_decisions) AS licences,
    coalesce(figures.s2_penalty_decisions, figures.s2o_penalty_decisions) AS penalties,
    coalesce(figures.s2_coercion_decisions, figures.s2o_coercion_decisions) AS coercions
FROM v_figures AS figures
LEFT JOIN v_figures AS before
    ON before.agency_id = figures.agency_id AND before.year = figures.year - 1;
