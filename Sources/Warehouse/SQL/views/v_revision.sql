-- Every revision of every report; `stands` marks the one that counts for its agency and year.
-- The latest published one stands. Where dates don't decide, the hash does, and it is `contested`.
CREATE VIEW v_revision AS
SELECT
    ranked.*,
    ranked.place = 1 AS stands,
    ranked.place = 1 AND ranked.same_date > 1 AS contested,
    (SELECT min(path) FROM location WHERE location.sha256 = ranked.sha256) AS path,
    (SELECT count(*) FROM finding
     WHERE finding.revision_id = ranked.revision_id AND verdict = 'fail') AS failed_findings,
    (SELECT count(*) FROM finding
     WHERE finding.revision_id = ranked.revision_id AND verdict = 'uncertain') AS uncertain_findings,
    (SELECT count(*) FROM warning
     WHERE warning.revision_id = ranked.revision_id) AS warnings
FROM (
    SELECT
        id AS revision_id, sha256, agency, agency_evidence, agency_quote, year, year_evidence,
        year_quote, published, signed, title, index_number, issued_by, edition, format, encoding,
        reader, rules,
        row_number() OVER (
            PARTITION BY agency, year ORDER BY published DESC NULLS LAST, sha256 DESC
        ) AS place,
        count(*) OVER (PARTITION BY agency, year) AS revisions,
        count(*) OVER (PARTITION BY agency, year, published) AS same_date
    FROM revision
) AS ranked;
