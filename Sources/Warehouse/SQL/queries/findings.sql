-- Findings by severity, body, year and rule, narrowed down by whatever is given.
SELECT finding_id, agency, year, path, rule, severity, scope, verdict, formula, left_side, right_side, fault,
    if_blanks_are_zero, cells, against, accepted
FROM v_finding
WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
    AND (:to IS NULL OR year <= :to) AND (:rule IS NULL OR rule = :rule)
ORDER BY
    CASE severity WHEN 'critical' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 ELSE 4 END,
    agency, year, number;
