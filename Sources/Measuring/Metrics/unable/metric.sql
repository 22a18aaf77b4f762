-- Of the requests closed in a year, those that could not be provided.
SELECT
    report_id, agency_id, year,
    s3_unable_not_held_total + s3_unable_need_creation_total + s3_unable_unclear_total AS unable_rate,
    s3_outcome_total_total AS "unable_rate of",
    s3_unable_not_held_total AS "unable_rate by unable_not_held",
    s3_unable_need_creation_total AS "unable_rate by unable_need_creation",
    s3_unable_unclear_total AS "unable_rate by unable_unclear",
    coalesce(s3_unable_not_held_total, s14_ans_not_this_agency + s14_ans_not_exist)
        AS not_held_across_forms,
    CASE WHEN s3_unable_not_held_total IS NULL THEN s14_answered ELSE s3_outcome_total_total END
        AS "not_held_across_forms of"
FROM v_figures;
