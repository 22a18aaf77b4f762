-- Hides from this connection what was published after a day: the tables below stand before the stored ones of the
-- same name, and the views are made over them anew. Pins are decisions of today, and what was said of reports beside
-- others was said of those that count today, so neither is seen.
CREATE TEMP TABLE as_of (day TEXT NOT NULL) STRICT;
CREATE TEMP VIEW revision AS
SELECT * FROM main.revision
WHERE published IS NULL OR published <= (SELECT day FROM as_of);
CREATE TEMP VIEW pin AS SELECT * FROM main.pin WHERE false;
CREATE TEMP VIEW comparison AS SELECT * FROM main.comparison WHERE false;
CREATE TEMP VIEW weighed AS
SELECT revision.agency_id, revision.year, revision.scope, 0 AS rules
FROM v_standing JOIN revision ON revision.id = v_standing.revision_id;
CREATE TEMP VIEW standing AS SELECT * FROM v_counted;
