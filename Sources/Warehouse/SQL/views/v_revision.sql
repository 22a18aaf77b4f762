-- Every revision of every report; `stands` marks the one that counts for its body and year.
-- The pinned one stands, else the latest published one. Where dates don't decide, the hash does, and it is
-- `contested`. `alike` counts the revisions with the same figures: the others are corrections.
CREATE VIEW v_revision AS
SELECT
    ranked.*,
    coalesce(agency.name, ranked.agency_printed) AS agency,
    agency.region, agency.level, agency.kind, agency.sector, agency.parent AS parent_id,
    ranked.place = 1 AS stands,
    ranked.place = 1 AND ranked.same_date > 1 AND ranked.pinned = 0 AND ranked.alike < ranked.same_date
        AS contested,
    (SELECT min(path) FROM location WHERE location.sha256 = ranked.sha256) AS path,
    (SELECT count(*) FROM finding
     WHERE finding.revision_id = ranked.revision_id AND verdict = 'fail')
        + iif(ranked.place = 1, (SELECT count(*) FROM comparison
           WHERE comparison.agency_id = ranked.agency_id AND comparison.year = ranked.year
               AND verdict = 'fail'), 0) AS failed_findings,
    (SELECT count(*) FROM finding
     WHERE finding.revision_id = ranked.revision_id AND verdict = 'uncertain') AS uncertain_findings,
    (SELECT count(*) FROM warning
     WHERE warning.revision_id = ranked.revision_id) AS warnings
FROM (
    SELECT
        id AS revision_id, revision.sha256, agency_id,
        agency AS agency_printed, agency_evidence, agency_quote, year, year_evidence,
        year_quote, published, signed, title, index_number, issued_by, scope, scope_quote, edition,
        format, encoding, reader, rules, likeness,
        pin.sha256 IS NOT NULL AS pinned,
        row_number() OVER (
            PARTITION BY agency_id, year
            ORDER BY pin.sha256 IS NULL, published DESC NULLS LAST, revision.sha256 DESC
        ) AS place,
        count(*) OVER (PARTITION BY agency_id, year) AS revisions,
        count(*) OVER (PARTITION BY agency_id, year, published) AS same_date,
        count(likeness) OVER (PARTITION BY agency_id, year, published, likeness)
            AS alike
    FROM revision LEFT JOIN pin ON pin.sha256 = revision.sha256
) AS ranked
LEFT JOIN agency ON agency.id = ranked.agency_id;
