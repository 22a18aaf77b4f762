-- The reports that count: for each body and year the revision that stands.
CREATE VIEW v_report AS
SELECT
    revision_id AS report_id, agency_id, agency, agency_printed, region, level, kind, sector, parent_id, year,
    scope, scope_quote, published, signed, title, index_number, issued_by, edition, agency_evidence,
    agency_quote, year_evidence, year_quote, format, encoding, path, sha256, revisions, contested,
    failed_findings, uncertain_findings, warnings
FROM v_revision
WHERE stands;
