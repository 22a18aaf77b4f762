-- What was worked out once is not worked out again until something has changed.

-- How often anything but the journal has changed: one row.
CREATE TABLE generation (number INTEGER NOT NULL) STRICT;
INSERT INTO generation VALUES (0);

-- Answers to the questions that are asked every day, each good for the generation that it names.
CREATE TABLE kept_answer (
    question   TEXT    PRIMARY KEY,   -- the question's text and its parameters
    generation INTEGER NOT NULL,
    columns    TEXT    NOT NULL,      -- a JSON array of their names
    cells      TEXT    NOT NULL       -- one JSON array of all rows' cells, row after row
) STRICT, WITHOUT ROWID;

-- What was put in place where, so that the same is not built once more.
CREATE TABLE published (
    folder      TEXT    PRIMARY KEY,
    generation  INTEGER NOT NULL,
    made_with   TEXT    NOT NULL,     -- the program and what it goes by besides the warehouse
    fingerprint TEXT    NOT NULL      -- of all files, by name and hash
) STRICT, WITHOUT ROWID;
