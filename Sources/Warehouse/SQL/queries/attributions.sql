-- Every revision with the body that it was attributed to.
SELECT id, agency_id
FROM revision
ORDER BY agency, year, sha256;
