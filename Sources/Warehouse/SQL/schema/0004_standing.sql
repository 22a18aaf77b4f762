-- The reports that count, one for each body and year, worked out from everything else at the end of each change, so
-- that questions needn't rank all revisions every time. The view v_counted says what must stand here.
CREATE TABLE standing (
    revision_id        INTEGER PRIMARY KEY,            -- no reference: while a report is read anew it keeps its row
    agency_id          TEXT    NOT NULL,
    year               INTEGER NOT NULL,
    revisions          INTEGER NOT NULL,               -- how many revisions the report has
    contested          INTEGER NOT NULL CHECK (contested IN (0, 1)),
    covered            INTEGER NOT NULL CHECK (covered IN (0, 1)), -- a government above counts its requests too
    scope_changed      INTEGER NOT NULL CHECK (scope_changed IN (0, 1)), -- counts other bodies than a year before
    other_form         INTEGER NOT NULL CHECK (other_form IN (0, 1)),    -- is not on the form of its year
    late               INTEGER NOT NULL CHECK (late IN (0, 1)),          -- was published after its day
    failed_findings    INTEGER NOT NULL,
    uncertain_findings INTEGER NOT NULL,
    warnings           INTEGER NOT NULL,
    UNIQUE (agency_id, year)
) STRICT;
