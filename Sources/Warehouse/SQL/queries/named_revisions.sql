-- Every revision with what tells who is behind it.
-- In the order of `attributions`, and not in that of arrival, which must not show.
SELECT agency, year, issued_by, folder_hint,
    (SELECT min(path) FROM location WHERE location.sha256 = revision.sha256) AS path
FROM revision
ORDER BY agency, year, sha256;
