-- Findings by agency, year and rule, narrowed down by whatever is given.
SELECT agency, year, path, rule, severity, scope, verdict, formula, left_side, right_side, fault,
    if_blanks_are_zero, cells
FROM v_finding
WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
    AND (:to IS NULL OR year <= :to) AND (:rule IS NULL OR rule = :rule)
ORDER BY agency, year, number;
