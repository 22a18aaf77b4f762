-- The reports that count, by agency and year.
SELECT report_id, agency_id, agency, agency_printed, region, level, kind, sector, year, scope, published, title, edition, agency_evidence, year_evidence, path,
    sha256, revisions, contested, failed_findings, uncertain_findings, warnings
FROM v_report
WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
    AND (:to IS NULL OR year <= :to)
ORDER BY agency, year;
