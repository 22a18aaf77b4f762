-- How fast each body was: measured until 2018, claimed since with the words that claim it, and the backlog.
WITH claimed AS MATERIALIZED (
    SELECT
        report_id,
        max(kind = 'all_on_time') AND NOT max(kind = 'not_all_on_time') AS claims_on_time,
        group_concat(DISTINCT iif(kind = 'on_time_rate', value, NULL)) AS stated_rate,
        group_concat(DISTINCT iif(kind = 'average_days' AND unit = 'days', value, NULL))
            AS stated_days,
        group_concat(DISTINCT iif(kind = 'average_days' AND unit = 'working_days', value, NULL))
            AS stated_working_days,
        group_concat(quote, ' | ') AS quote
    FROM v_claim
    WHERE subject = 'requests' AND other_year IS NULL AND approximate = 0
        AND kind IN ('all_on_time', 'not_all_on_time', 'on_time_rate', 'average_days')
    GROUP BY report_id
)
SELECT
    figures.agency_id, figures.agency, figures.year, figures.covered,
    s14_closed AS closed, s14_closed_on_time AS closed_on_time,
    s14_closed_extended AS closed_extended,
    claimed.claims_on_time, claimed.stated_rate, claimed.stated_days, claimed.stated_working_days,
    claimed.quote,
    s3_carried_out_total AS carried_out,
    s3_new_received_total + s3_carried_in_total AS to_do
FROM v_figures AS figures LEFT JOIN claimed ON claimed.report_id = figures.report_id
ORDER BY figures.agency, figures.year;
