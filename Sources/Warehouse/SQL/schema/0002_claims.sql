-- What the texts of reports say, with the words that say it; and what portals print above them.
ALTER TABLE revision ADD COLUMN signed TEXT;           -- the day under the signature
ALTER TABLE revision ADD COLUMN index_number TEXT;     -- 索引号
ALTER TABLE revision ADD COLUMN issued_by TEXT;        -- the body that put it online

CREATE TABLE claim (
    revision_id INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,                    -- in reading order
    subject     TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    value       TEXT,                                -- a decimal; NULL: words only
    unit        TEXT,
    approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
    quote       TEXT    NOT NULL,
    page        INTEGER,
    table_number INTEGER,
    line        INTEGER,
    PRIMARY KEY (revision_id, number)
) STRICT, WITHOUT ROWID;
