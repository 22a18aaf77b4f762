-- What the reader is not sure of in the reports that count.
CREATE VIEW v_warning AS
SELECT
    v_report.report_id, v_report.agency_id, v_report.agency, v_report.year, v_report.path, warning.number, warning.code,
    warning.detail_1, warning.detail_2, warning.detail_3, warning.table_number, warning.line
FROM warning JOIN v_report ON v_report.report_id = warning.revision_id;
