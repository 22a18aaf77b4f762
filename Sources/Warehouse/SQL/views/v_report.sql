-- The reports that count: for each agency and year the revision that stands.
CREATE VIEW v_report AS
SELECT
    revision_id AS report_id, agency, year, published, signed, title, index_number, issued_by, edition,
    agency_evidence,
    agency_quote, year_evidence, year_quote, format, encoding, path, sha256, revisions, contested,
    failed_findings, uncertain_findings, warnings
FROM v_revision
WHERE stands;
