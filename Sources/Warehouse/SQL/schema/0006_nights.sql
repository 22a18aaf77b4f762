-- Runs say all that became of every file, and the quarantine remembers how long and how often.

ALTER TABLE quarantine ADD COLUMN first_seen TEXT;                  -- UTC; NULL: before this was kept
ALTER TABLE quarantine ADD COLUMN tries INTEGER NOT NULL DEFAULT 1; -- how often this content was refused
ALTER TABLE quarantine ADD COLUMN ignored INTEGER NOT NULL DEFAULT 0 CHECK (ignored IN (0, 1));
ALTER TABLE seen_file ADD COLUMN ignored INTEGER NOT NULL DEFAULT 0; -- refused contents that people ignore

-- The tally adds up: seen is the sum of the five below it.
CREATE TABLE night (
    id          INTEGER PRIMARY KEY,
    started     TEXT    NOT NULL,                      -- UTC
    ended       TEXT,                                  -- NULL while it runs, and for ever where it was killed
    program     TEXT    NOT NULL,
    reader      TEXT    NOT NULL,
    paths       TEXT    NOT NULL,                      -- one a line
    seen        INTEGER,
    new         INTEGER,
    changed     INTEGER,
    unchanged   INTEGER,
    quarantined INTEGER,
    ignored     INTEGER,
    newly_quarantined INTEGER,
    passed_over INTEGER,                               -- entries of folders that are no reports
    vanished    INTEGER,
    failed_findings   INTEGER,
    exported    TEXT CHECK (exported IN ('written', 'unchanged')),
    exit_code   INTEGER,
    message     TEXT,
    CHECK (seen = new + changed + unchanged + quarantined + ignored)
) STRICT;
INSERT INTO night (id, started, ended, program, reader, paths, seen, new, changed, unchanged, quarantined, ignored,
    newly_quarantined, passed_over, vanished, failed_findings, exported, exit_code, message)
SELECT id, started, ended, program, reader, paths, seen, loaded, reread, unchanged, quarantined,
    CASE WHEN seen IS NULL THEN NULL ELSE 0 END, newly_quarantined, ignored,
    CASE WHEN seen IS NULL THEN NULL ELSE 0 END, failed_findings, exported, exit_code, message
FROM run_log;

-- What a run did with a file that it didn't pass over as unchanged.
CREATE TABLE night_file (
    night_id INTEGER NOT NULL REFERENCES night (id) ON DELETE CASCADE,
    path     TEXT    NOT NULL,
    state    TEXT    NOT NULL CHECK (state IN ('new', 'changed', 'unchanged', 'quarantined', 'vanished')),
    code     TEXT,                                     -- why it was refused
    PRIMARY KEY (night_id, path)
) STRICT, WITHOUT ROWID;
INSERT INTO night_file (night_id, path, state, code)
SELECT run_id, path, CASE state WHEN 'loaded' THEN 'new' WHEN 'reread' THEN 'changed' ELSE state END, code
FROM run_file;

DROP TABLE run_file;
DROP TABLE run_log;
DROP TABLE run;
