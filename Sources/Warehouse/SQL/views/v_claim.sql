-- What the texts of the reports that count say about themselves.
CREATE VIEW v_claim AS
SELECT
    v_report.report_id, v_report.agency_id, v_report.agency, v_report.year, v_report.path, claim.number, claim.subject,
    claim.kind, claim.value, claim.unit, claim.approximate, claim.quote, claim.page, claim.table_number,
    claim.line, claim.scope, claim.other_year
FROM claim JOIN v_report ON v_report.report_id = claim.revision_id;
