-- The numbers of the sheet of statistics, on the form of 2014, stand in a table of their own: an empty column takes a
-- byte in every row, and hardly a report has cells of both. In each table stand the revisions that have cells of it.

-- A column a cell, as in `figures`.
CREATE TABLE sheet_figures (
    revision_id INTEGER PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE
) STRICT;
