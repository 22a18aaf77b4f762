-- The reports that count, each with all of its numbers.
SELECT v_report.*, figures.*
FROM v_report
LEFT JOIN figures ON figures.revision_id = v_report.report_id
LEFT JOIN sheet_figures ON sheet_figures.revision_id = v_report.report_id
ORDER BY v_report.agency, v_report.year;
