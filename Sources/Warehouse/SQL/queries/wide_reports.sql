-- The reports that count, each with all of its numbers.
SELECT v_report.*, figures.*
FROM v_report JOIN figures ON figures.revision_id = v_report.report_id
ORDER BY v_report.agency, v_report.year;
