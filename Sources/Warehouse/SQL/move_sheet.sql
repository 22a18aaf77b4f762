-- Moves the sheet's numbers out of `figures` into their own table, and makes `figures` anew without their columns.
-- The names of columns, which follow the form's codes, are put in for moved_columns, kept_columns and typed_columns.
INSERT INTO sheet_figures (revision_id, moved_columns)
SELECT revision_id, moved_columns
FROM figures
WHERE coalesce(moved_columns) IS NOT NULL
    OR revision_id IN (SELECT id FROM revision WHERE edition = 'e2014')
    OR revision_id IN (SELECT revision_id FROM cell_mark WHERE code LIKE 's14.%');

CREATE TABLE figures_alone (
    revision_id INTEGER PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE, typed_columns
) STRICT;
INSERT INTO figures_alone (revision_id, kept_columns)
SELECT revision_id, kept_columns FROM figures;
DROP TABLE figures;
ALTER TABLE figures_alone RENAME TO figures;
