-- How fast requests were closed. The sheet of 2014 measures it; later only the text tells, and it claims.
-- A number counts where a report states one of its kind, not several different ones. Hundredths of a per cent are
-- summed over 100 for each report, so are hundredths of a day.
WITH stated AS (
    SELECT
        report_id, subject,
        CASE kind || ' ' || unit
            WHEN 'on_time_rate percent' THEN 'stated_rate'
            WHEN 'average_days days' THEN 'stated_days'
            WHEN 'average_days working_days' THEN 'stated_working_days'
        END AS measure,
        max(CAST(round(100 * CAST(value AS DOUBLE)) AS INTEGER)) AS hundredths
    FROM v_claim
    WHERE approximate = 0 AND other_year IS NULL
    GROUP BY report_id, subject, measure
    HAVING count(DISTINCT CAST(value AS DOUBLE)) = 1
),
stated_by_report AS (
    SELECT
        report_id,
        max(hundredths) FILTER (WHERE measure = 'stated_rate' AND subject = 'requests')
            AS "stated_rate by requests",
        max(hundredths) FILTER (WHERE measure = 'stated_rate' AND subject = 'web_messages')
            AS "stated_rate by web_messages",
        max(hundredths) FILTER (WHERE measure = 'stated_rate' AND subject = 'hotline')
            AS "stated_rate by hotline",
        max(hundredths) FILTER (WHERE measure = 'stated_rate' AND subject = 'proposals')
            AS "stated_rate by proposals",
        max(hundredths) FILTER (WHERE measure = 'stated_rate' AND subject = 'consultations')
            AS "stated_rate by consultations",
        max(hundredths) FILTER (WHERE measure = 'stated_rate' AND subject = 'petitions')
            AS "stated_rate by petitions",
        max(hundredths) FILTER (WHERE measure = 'stated_rate' AND subject = 'information')
            AS "stated_rate by information",
        max(hundredths) FILTER (WHERE measure = 'stated_rate' AND subject = 'other')
            AS "stated_rate by other",
        max(hundredths) FILTER (WHERE measure = 'stated_days' AND subject = 'requests')
            AS "stated_days by requests",
        max(hundredths) FILTER (WHERE measure = 'stated_days' AND subject = 'web_messages')
            AS "stated_days by web_messages",
        max(hundredths) FILTER (WHERE measure = 'stated_days' AND subject = 'hotline')
            AS "stated_days by hotline",
        max(hundredths) FILTER (WHERE measure = 'stated_days' AND subject = 'proposals')
            AS "stated_days by proposals",
        max(hundredths) FILTER (WHERE measure = 'stated_days' AND subject = 'consultations')
            AS "stated_days by consultations",
        max(hundredths) FILTER (WHERE measure = 'stated_days' AND subject = 'petitions')
            AS "stated_days by petitions",
        max(hundredths) FILTER (WHERE measure = 'stated_days' AND subject = 'information')
            AS "stated_days by information",
        max(hundredths) FILTER (WHERE measure = 'stated_days' AND subject = 'other')
            AS "stated_days by other",
        max(hundredths) FILTER (WHERE measure = 'stated_working_days' AND subject = 'requests')
            AS "stated_working_days by requests",
        max(hundredths) FILTER (WHERE measure = 'stated_working_days' AND subject = 'web_messages')
            AS "stated_working_days by web_messages",
        max(hundredths) FILTER (WHERE measure = 'stated_working_days' AND subject = 'hotline')
            AS "stated_working_days by hotline",
        max(hundredths) FILTER (WHERE measure = 'stated_working_days' AND subject = 'proposals')
            AS "stated_working_days by proposals",
        max(hundredths) FILTER (WHERE measure = 'stated_working_days' AND subject = 'consultations')
            AS "stated_working_days by consultations",
        max(hundredths) FILTER (WHERE measure = 'stated_working_days' AND subject = 'petitions')
            AS "stated_working_days by petitions",
        max(hundredths) FILTER (WHERE measure = 'stated_working_days' AND subject = 'information')
            AS "stated_working_days by information",
        max(hundredths) FILTER (WHERE measure = 'stated_working_days' AND subject = 'other')
            AS "stated_working_days by other"
    FROM stated
    GROUP BY report_id
),
promise AS (
    SELECT report_id, max(CASE WHEN kind = 'all_on_time' THEN 1 ELSE 0 END)
            * (1 - max(CASE WHEN kind = 'not_all_on_time' THEN 1 ELSE 0 END)) AS holds
    FROM v_claim
    WHERE subject = 'requests' AND kind IN ('all_on_time', 'not_all_on_time')
        AND other_year IS NULL
    GROUP BY report_id
)
SELECT
    figures.report_id, figures.agency_id, figures.year,
    s14_closed_on_time AS on_time_2014, s14_closed AS "on_time_2014 of",
    s14_closed_extended AS extension_2014, s14_closed AS "extension_2014 of",
    coalesce(promise.holds, 0) AS claims_on_time, 1 AS "claims_on_time of",
    100 AS "stated_rate of", 100 AS "stated_days of", 100 AS "stated_working_days of",
    "stated_rate by requests",
    "stated_rate by web_messages",
    "stated_rate by hotline",
    "stated_rate by proposals",
    "stated_rate by consultations",
    "stated_rate by petitions",
    "stated_rate by information",
    "stated_rate by other",
    "stated_days by requests",
    "stated_days by web_messages",
    "stated_days by hotline",
    "stated_days by proposals",
    "stated_days by consultations",
    "stated_days by petitions",
    "stated_days by information",
    "stated_days by other",
    "stated_working_days by requests",
    "stated_working_days by web_messages",
    "stated_working_days by hotline",
    "stated_working_days by proposals",
    "stated_working_days by consultations",
    "stated_working_days by petitions",
    "stated_working_days by information",
    "stated_working_days by other"
FROM v_figures AS figures
LEFT JOIN promise ON promise.report_id = figures.report_id
LEFT JOIN stated_by_report ON stated_by_report.report_id = figures.report_id;
