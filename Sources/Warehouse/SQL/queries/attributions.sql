-- Every revision with the body that it was attributed to.
-- In the order of `named_revisions`, and not in that of arrival, which must not show.
SELECT id, agency_id
FROM revision
ORDER BY agency, year, sha256;
