-- The revisions of a report, the one that counts first; as of a day, without what was published later.
SELECT revision_id, agency, agency_printed, year, published, title, edition, scope, sha256, path, pinned,
    contested, alike, stands, reader
FROM v_revision
WHERE agency_id = :agency AND year = :year
    AND (:day IS NULL OR published IS NULL OR published <= :day)
ORDER BY
    CASE WHEN :day IS NULL THEN pinned ELSE 0 END DESC, published DESC NULLS LAST, sha256 DESC;
