-- The cells of one report in the form's order.
SELECT code, state, value, printed, page, table_number, row_number, column_number, line
FROM v_revision_cell
WHERE revision_id = :report
ORDER BY ordinal;
