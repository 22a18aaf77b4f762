-- Who is behind the names, what people decided, and what reports say of each other.

-- The body behind the name; the name itself until that is worked out.
ALTER TABLE revision ADD COLUMN agency_id TEXT NOT NULL DEFAULT '';
UPDATE revision SET agency_id = agency;
ALTER TABLE revision ADD COLUMN scope TEXT NOT NULL DEFAULT 'unknown'
    CHECK (scope IN ('own', 'own_plus_departments', 'whole_region', 'unknown'));
ALTER TABLE revision ADD COLUMN scope_quote TEXT;      -- the sentence that says so
ALTER TABLE revision ADD COLUMN scope_line INTEGER;
ALTER TABLE revision ADD COLUMN folder_hint TEXT;      -- what the folder says about the body
ALTER TABLE revision ADD COLUMN likeness TEXT;         -- the hash of the figures; NULL where they are too few to tell
ALTER TABLE claim ADD COLUMN scope TEXT;               -- whose requests the sentence counts
ALTER TABLE claim ADD COLUMN other_year INTEGER;       -- the year that the sentence begins with, if not the report's
CREATE INDEX revision_body_year ON revision (agency_id, year);
CREATE INDEX revision_likeness ON revision (likeness) WHERE likeness IS NOT NULL;

-- A body, whatever names it went by. Worked out anew from all names and decisions.
CREATE TABLE agency (
    id       TEXT PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,                     -- the latest; with the region where several share it
    region   TEXT,                                     -- six digits, today's
    level    TEXT NOT NULL,
    kind     TEXT NOT NULL,
    sector   TEXT,
    parent   TEXT REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    standing TEXT NOT NULL CHECK (standing IN ('recognised', 'provisional', 'decided')),
    remark   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX agency_parent ON agency (parent);

-- Every government above a body; the next one is at distance 1.
CREATE TABLE ancestor (
    agency_id TEXT    NOT NULL REFERENCES agency (id) ON DELETE CASCADE,
    above     TEXT    NOT NULL,
    distance  INTEGER NOT NULL,
    PRIMARY KEY (agency_id, above)
) STRICT, WITHOUT ROWID;

CREATE TABLE agency_name (
    agency_id  TEXT NOT NULL REFERENCES agency (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    first_year INTEGER NOT NULL,
    last_year  INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    PRIMARY KEY (agency_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX agency_name_name ON agency_name (name);

CREATE TABLE succession (
    predecessor TEXT NOT NULL REFERENCES agency (id) ON DELETE CASCADE,
    successor   TEXT NOT NULL REFERENCES agency (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    year        INTEGER NOT NULL,
    reason      TEXT NOT NULL,
    PRIMARY KEY (predecessor, successor)
) STRICT, WITHOUT ROWID;

-- The administrative divisions that the register knows.
CREATE TABLE region (
    code       TEXT NOT NULL,
    level      TEXT NOT NULL,
    parent     TEXT,
    name       TEXT NOT NULL,
    short_name TEXT NOT NULL,
    first_year INTEGER,
    last_year  INTEGER,
    today      TEXT NOT NULL,                          -- the code by which it goes today
    PRIMARY KEY (code, name)
) STRICT, WITHOUT ROWID;

-- What people have decided about names. Survives whatever is read anew.
CREATE TABLE name_decision (
    name         TEXT PRIMARY KEY,
    agency       TEXT,                                 -- a name of the body that it belongs to
    stands_alone INTEGER NOT NULL DEFAULT 0 CHECK (stands_alone IN (0, 1)),
    display      TEXT,
    region       TEXT,
    level        TEXT,
    kind         TEXT,
    sector       TEXT,
    parent       TEXT,
    reason       TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- The revision that a person wants to stand.
CREATE TABLE pin (
    sha256 TEXT PRIMARY KEY,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Findings that a person has looked at. They lapse when what they rest on changes.
CREATE TABLE acceptance (
    finding  TEXT NOT NULL,                            -- the finding's id
    rests_on TEXT NOT NULL,                            -- formula and both sides, as they were
    reason   TEXT NOT NULL,
    PRIMARY KEY (finding, rests_on)
) STRICT, WITHOUT ROWID;

-- The sentences of a revision as fingerprints, ten digits each.
CREATE TABLE sketch (
    revision_id INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    section     INTEGER NOT NULL,
    sentences   TEXT    NOT NULL,
    PRIMARY KEY (revision_id, section)
) STRICT, WITHOUT ROWID;

-- What the rules say about a report beside others: other years, the bodies below it, other bodies' texts.
CREATE TABLE comparison (
    agency_id  TEXT    NOT NULL,
    year       INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    rule       TEXT    NOT NULL,
    severity   TEXT    NOT NULL CHECK (severity IN ('critical', 'high', 'medium', 'low')),
    scope      TEXT    NOT NULL,
    verdict    TEXT    NOT NULL CHECK (verdict IN ('fail', 'uncertain', 'not_assessable')),
    formula    TEXT    NOT NULL,
    left_side  TEXT    NOT NULL,
    right_side TEXT    NOT NULL,
    fault      TEXT    CHECK (fault IN ('source', 'reader', 'unknown')),
    if_blanks_are_zero TEXT CHECK (if_blanks_are_zero IN ('pass', 'fail', 'uncertain')),
    cells      TEXT    NOT NULL,
    against    TEXT    NOT NULL,                       -- the other reports, as body's id and year
    PRIMARY KEY (agency_id, year, number)
) STRICT, WITHOUT ROWID;

-- The reports that count and have been weighed beside others: whose requests they count, and how many judgements
-- were passed, those that pass included.
CREATE TABLE weighed (
    agency_id TEXT    NOT NULL,
    year      INTEGER NOT NULL,
    scope     TEXT    NOT NULL,
    rules     INTEGER NOT NULL,
    PRIMARY KEY (agency_id, year)
) STRICT, WITHOUT ROWID;

-- With which data and rules the derived tables were made, so that others make them anew.
CREATE TABLE made_with (
    part    TEXT PRIMARY KEY,
    version TEXT NOT NULL
) STRICT, WITHOUT ROWID;
