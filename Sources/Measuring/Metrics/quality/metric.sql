-- How many findings fail in a report, in how many reports none does, how many came late, and how many came at all.
SELECT
    report.report_id, expected.agency_id, expected.year,
    report.failed_findings AS findings_per_report, iif(report.year, 1, NULL) AS "findings_per_report of",
    report.failed_findings = 0 AS sound_reports, iif(report.year, 1, NULL) AS "sound_reports of",
    expected.is_there AS coverage, 1 AS "coverage of",
    NOT report.late AS punctual_reports,
    iif(report.published IS NULL, NULL, 1) AS "punctual_reports of"
FROM v_expected AS expected
LEFT JOIN v_report AS report
    ON report.agency_id = expected.agency_id AND report.year = expected.year;
