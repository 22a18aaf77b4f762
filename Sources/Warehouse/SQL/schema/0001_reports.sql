-- Reports as they were printed, and the journal of what was read.

-- One content of one report. A corrected report is a further revision; none is ever changed.
CREATE TABLE revision (
    id              INTEGER PRIMARY KEY,             -- from the hash, so that no order of arrival shows
    sha256          TEXT    NOT NULL UNIQUE CHECK (length(sha256) = 64),
    agency          TEXT    NOT NULL CHECK (agency <> ''),
    agency_evidence TEXT    NOT NULL,
    agency_quote    TEXT    NOT NULL,
    year            INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2099),
    year_evidence   TEXT    NOT NULL,
    year_quote      TEXT    NOT NULL,
    published       TEXT    CHECK (published IS NULL OR published LIKE '____-__-__'),
    title           TEXT    NOT NULL,
    edition         TEXT    NOT NULL,
    format          TEXT    NOT NULL,
    encoding        TEXT    NOT NULL,
    reader          TEXT    NOT NULL,                -- the version of everything that read it
    rules           INTEGER NOT NULL CHECK (rules > 0) -- how many judgements were made on it
) STRICT;
CREATE INDEX revision_agency_year ON revision (agency, year);

-- The numbers of a revision, a column a cell; the columns follow the form's codes.
-- NULL: no number. Whether blank or doubtful, cell_mark says.
CREATE TABLE figures (
    revision_id INTEGER PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE
) STRICT;

-- Cells whose state or print the number alone doesn't tell.
CREATE TABLE cell_mark (
    revision_id INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    code        TEXT    NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN
        ('number', 'zero', 'blank', 'na', 'text', 'ambiguous', 'inferred', 'absent')),
    printed     TEXT    NOT NULL,
    PRIMARY KEY (revision_id, code)
) STRICT, WITHOUT ROWID;

-- Where cells stand: a line for each run of cells that go on in even steps.
CREATE TABLE place (
    revision_id   INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    first_ordinal INTEGER NOT NULL,                  -- within the form's order of codes
    last_ordinal  INTEGER NOT NULL CHECK (last_ordinal >= first_ordinal),
    page          INTEGER,
    table_number  INTEGER,
    row_number    INTEGER,
    column_number INTEGER,
    column_step   INTEGER NOT NULL,
    line          INTEGER,
    line_step     INTEGER NOT NULL,
    PRIMARY KEY (revision_id, first_ordinal)
) STRICT, WITHOUT ROWID;

-- What the rules say, passes left out.
CREATE TABLE finding (
    revision_id       INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    number            INTEGER NOT NULL,              -- in the rules' order
    rule              TEXT    NOT NULL,
    severity          TEXT    NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low')),
    scope             TEXT    NOT NULL,
    verdict           TEXT    NOT NULL CHECK (verdict IN ('fail', 'uncertain', 'not_assessable')),
    formula           TEXT    NOT NULL,
    left_side         TEXT    NOT NULL,
    right_side        TEXT    NOT NULL,
    fault             TEXT    CHECK (fault IN ('source', 'reader', 'unknown')),
    if_blanks_are_zero TEXT   CHECK (if_blanks_are_zero IN ('pass', 'fail', 'uncertain')),
    cells             TEXT    NOT NULL,              -- codes, separated by spaces
    PRIMARY KEY (revision_id, number)
) STRICT, WITHOUT ROWID;

-- What the reader is not sure of.
CREATE TABLE warning (
    revision_id INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    code        TEXT    NOT NULL,
    detail_1    TEXT,
    detail_2    TEXT,
    detail_3    TEXT,
    table_number INTEGER,
    line        INTEGER,
    PRIMARY KEY (revision_id, number)
) STRICT, WITHOUT ROWID;

-- The file in which a content was seen last.
CREATE TABLE location (
    path   TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL REFERENCES revision (sha256) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX location_sha256 ON location (sha256);

-- Files that could not be taken in.
CREATE TABLE quarantine (
    path     TEXT PRIMARY KEY,
    sha256   TEXT,                                   -- NULL: not even the bytes could be had
    code     TEXT NOT NULL,
    detail_1 TEXT,
    detail_2 TEXT,
    detail_3 TEXT,
    detail_4 TEXT,
    table_number INTEGER,
    line     INTEGER,
    agency   TEXT,
    year     INTEGER,
    reader   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every run that changed something. Its counts add up: seen is the sum of the others.
CREATE TABLE run (
    id          INTEGER PRIMARY KEY,
    reader      TEXT    NOT NULL,
    seen        INTEGER NOT NULL,
    loaded      INTEGER NOT NULL,
    reread      INTEGER NOT NULL,
    unchanged   INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    CHECK (seen = loaded + reread + unchanged + quarantined)
) STRICT;
