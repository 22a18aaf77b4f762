-- The reports of one body that count, by year.
SELECT report_id, year, scope, published, title, edition, path, sha256, failed_findings
FROM v_report
WHERE agency_id = :agency
ORDER BY year;
