-- What the rules say about the reports that count; passes are not kept.
CREATE VIEW v_finding AS
SELECT
    v_report.report_id, v_report.agency, v_report.year, v_report.path, finding.number, finding.rule,
    finding.severity, finding.scope, finding.verdict, finding.formula, finding.left_side,
    finding.right_side, finding.fault, finding.if_blanks_are_zero, finding.cells
FROM finding JOIN v_report ON v_report.report_id = finding.revision_id;
