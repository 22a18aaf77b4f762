-- What the rules say about the reports that count; passes are not kept.
-- `accepted` is the reason why a person has accepted it; it lapses when what the finding rests on changes.
CREATE VIEW v_finding AS
SELECT
    told.*, acceptance.reason AS accepted
FROM (
    SELECT
        v_report.agency_id || ':' || v_report.year || ':' || finding.rule || ':' || finding.scope AS finding_id,
        v_report.report_id, v_report.agency_id, v_report.agency, v_report.year, v_report.path,
        finding.number, finding.rule, finding.severity, finding.scope, finding.verdict, finding.formula,
        finding.left_side, finding.right_side, finding.fault, finding.if_blanks_are_zero, finding.cells,
        '' AS against
    FROM finding JOIN v_report ON v_report.report_id = finding.revision_id
    UNION ALL
    SELECT
        comparison.agency_id || ':' || comparison.year || ':' || comparison.rule || ':' || comparison.scope,
        v_report.report_id, comparison.agency_id, v_report.agency, comparison.year, v_report.path,
        1000 + comparison.number, comparison.rule, comparison.severity, comparison.scope,
        comparison.verdict, comparison.formula, comparison.left_side, comparison.right_side,
        comparison.fault, comparison.if_blanks_are_zero, comparison.cells, comparison.against
    FROM comparison JOIN v_report
        ON v_report.agency_id = comparison.agency_id AND v_report.year = comparison.year
) AS told
LEFT JOIN acceptance
    ON acceptance.finding = told.finding_id
    AND acceptance.rests_on = told.formula || ' | ' || told.left_side || ' | ' || told.right_side;
