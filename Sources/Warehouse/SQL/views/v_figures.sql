-- The numbers of the reports that count, a row a report and a column a cell; NULL is no number.
-- `covered` marks reports whose requests a government above counts too, so that sums leave them out.
-- `figures.*` is put in as the columns of both tables, in the forms' order.
CREATE VIEW v_figures AS
SELECT
    standing.revision_id AS report_id, standing.agency_id, standing.year, standing.covered,
    standing.failed_findings, coalesce(agency.name, standing.agency_id) AS agency, agency.region,
    agency.level, agency.kind, agency.sector,
    standing.revision_id, figures.*
FROM standing
LEFT JOIN figures ON figures.revision_id = standing.revision_id
LEFT JOIN sheet_figures ON sheet_figures.revision_id = standing.revision_id
LEFT JOIN agency ON agency.id = standing.agency_id;
