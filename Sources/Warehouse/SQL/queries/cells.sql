-- The cells of one report in the form's order.
SELECT code, state, value, printed, path, page, table_number, row_number, column_number, line
FROM v_cell
WHERE report_id = :report
ORDER BY ordinal;
