-- Every cell of every revision: what was printed, what was read, and where it stands.
-- The cells are those of the revision's form, and others that were printed all the same.
CREATE VIEW v_revision_cell AS
SELECT
    cell.revision_id, cell.ordinal, cell.code,
    coalesce(
        cell_mark.state,
        CASE WHEN cell.value IS NULL THEN 'blank' WHEN cell.value IN (0, '0') THEN 'zero'
             ELSE 'number' END
    ) AS state,
    cell.value,
    coalesce(cell_mark.printed, cell.value, '') AS printed,
    place.page,
    place.table_number,
    place.row_number,
    place.column_number + (cell.ordinal - place.first_ordinal) * place.column_step AS column_number,
    place.line + (cell.ordinal - place.first_ordinal) * place.line_step AS line
FROM figure_by_code AS cell
JOIN revision ON revision.id = cell.revision_id
LEFT JOIN cell_mark
    ON cell_mark.revision_id = cell.revision_id AND cell_mark.code = cell.code
LEFT JOIN place
    ON place.revision_id = cell.revision_id
    AND cell.ordinal BETWEEN place.first_ordinal AND place.last_ordinal
WHERE cell.value IS NOT NULL OR cell_mark.code IS NOT NULL
    OR (revision.edition, cell.code) IN (SELECT edition, code FROM edition_code);
