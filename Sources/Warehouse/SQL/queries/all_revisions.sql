-- All revisions, by body and year; the one that counts first.
SELECT * FROM v_revision ORDER BY agency, year, stands DESC, sha256;
