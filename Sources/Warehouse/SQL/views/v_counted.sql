-- What the table `standing` must hold: the reports that count, and what is known of each.
CREATE VIEW v_counted AS
SELECT
    revision_id, agency_id, year, revisions, contested,
    EXISTS (
        SELECT 1 FROM v_cover
        WHERE v_cover.agency_id = v_revision.agency_id AND v_cover.year = v_revision.year
    ) AS covered,
    EXISTS (
        SELECT 1 FROM comparison
        WHERE comparison.agency_id = v_revision.agency_id AND comparison.year = v_revision.year
            AND comparison.rule = 'Y-06' AND comparison.verdict <> 'not_assessable'
    ) AS scope_changed,
    EXISTS (
        SELECT 1 FROM comparison
        WHERE comparison.agency_id = v_revision.agency_id AND comparison.year = v_revision.year
            AND comparison.rule = 'F-02' AND comparison.verdict <> 'not_assessable'
    ) AS other_form,
    EXISTS (
        SELECT 1 FROM comparison
        WHERE comparison.agency_id = v_revision.agency_id AND comparison.year = v_revision.year
            AND comparison.rule = 'T-01' AND comparison.verdict = 'fail'
    ) AS late,
    failed_findings, uncertain_findings, warnings
FROM v_revision
WHERE stands;
