-- The numbers of the reports that count, a row a report and a column a cell; NULL is no number.
CREATE VIEW v_figures AS
SELECT
    v_report.agency_id, v_report.agency, v_report.region, v_report.level, v_report.kind, v_report.sector,
    v_report.year, v_report.scope, v_report.failed_findings, figures.*
FROM figures JOIN v_report ON v_report.report_id = figures.revision_id;
