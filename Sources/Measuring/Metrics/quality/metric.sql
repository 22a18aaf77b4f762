-- How many findings fail in a report, in how many reports none does, how many came late, and how many came at all.
SELECT
    report.report_id, expected.agency_id, expected.year,
    report.failed_findings AS findings_per_report, CASE WHEN report.year IS NOT NULL THEN 1 END AS "findings_per_report of",
    CASE WHEN report.failed_findings = 0 THEN 1 WHEN report.failed_findings > 0 THEN 0 END AS sound_reports, CASE WHEN report.year IS NOT NULL THEN 1 END AS "sound_reports of",
    expected.is_there AS coverage, 1 AS "coverage of",
    1 - report.late AS punctual_reports,
    CASE WHEN report.published IS NOT NULL THEN 1 END AS "punctual_reports of"
FROM v_expected AS expected
LEFT JOIN v_report AS report
    ON report.agency_id = expected.agency_id AND report.year = expected.year;
