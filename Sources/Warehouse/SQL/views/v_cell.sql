-- Every cell of every report that counts: what was printed, what was read, and where it stands.
CREATE VIEW v_cell AS
SELECT
    v_report.report_id, v_report.agency_id, v_report.agency, v_report.year, cell.ordinal, cell.code, cell.state,
    cell.value, cell.printed, v_report.path, cell.page, cell.table_number, cell.row_number,
    cell.column_number, cell.line
FROM v_report JOIN v_revision_cell AS cell ON cell.revision_id = v_report.report_id;
