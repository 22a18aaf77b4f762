-- The reports that count: for each body and year the revision that stands.
CREATE VIEW v_report AS
SELECT
    standing.revision_id AS report_id, standing.agency_id,
    coalesce(agency.name, revision.agency) AS agency, revision.agency AS agency_printed,
    agency.region, agency.level, agency.kind, agency.sector, agency.parent AS parent_id,
    standing.year, revision.scope, revision.scope_quote, revision.published, revision.signed,
    revision.title, revision.index_number, revision.issued_by, revision.edition,
    revision.agency_evidence, revision.agency_quote, revision.year_evidence, revision.year_quote,
    revision.format, revision.encoding,
    (SELECT min(path) FROM location WHERE location.sha256 = revision.sha256) AS path,
    revision.sha256, standing.revisions, standing.contested, standing.covered,
    standing.scope_changed, standing.other_form, standing.late, standing.failed_findings,
    standing.uncertain_findings, standing.warnings
FROM standing
JOIN revision ON revision.id = standing.revision_id
LEFT JOIN agency ON agency.id = standing.agency_id;
