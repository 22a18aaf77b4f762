-- What ran, and what each run found of each file, so that the next one needn't open what hasn't changed.

-- A file as it was when it was read last. Whatever differs in size, time or place on disk is opened again.
CREATE TABLE seen_file (
    path        TEXT    PRIMARY KEY,
    size        INTEGER NOT NULL,
    modified    INTEGER NOT NULL,                      -- nanoseconds since 1970
    inode       INTEGER NOT NULL,
    reader      TEXT    NOT NULL,                      -- the version that read it
    reports     INTEGER NOT NULL,                      -- contents in it that are loaded
    quarantined INTEGER NOT NULL                       -- contents in it that were refused
) STRICT, WITHOUT ROWID;

-- A row a nightly run, whatever came of it; `ended` is NULL while it runs, and for ever where it was killed.
CREATE TABLE run_log (
    id          INTEGER PRIMARY KEY,
    started     TEXT    NOT NULL,                      -- UTC
    ended       TEXT,
    program     TEXT    NOT NULL,
    reader      TEXT    NOT NULL,
    paths       TEXT    NOT NULL,                      -- one a line
    seen        INTEGER,
    loaded      INTEGER,
    reread      INTEGER,
    unchanged   INTEGER,
    quarantined INTEGER,
    newly_quarantined INTEGER,
    ignored     INTEGER,
    failed_findings   INTEGER,
    exported    TEXT CHECK (exported IN ('written', 'unchanged')),
    exit_code   INTEGER,
    message     TEXT,
    CHECK (seen = loaded + reread + unchanged + quarantined)
) STRICT;

-- What a run did with a file that it didn't pass over as unchanged.
CREATE TABLE run_file (
    run_id INTEGER NOT NULL REFERENCES run_log (id) ON DELETE CASCADE,
    path   TEXT    NOT NULL,
    state  TEXT    NOT NULL CHECK (state IN ('loaded', 'reread', 'unchanged', 'quarantined')),
    code   TEXT,                                       -- why it was refused
    PRIMARY KEY (run_id, path)
) STRICT, WITHOUT ROWID;
