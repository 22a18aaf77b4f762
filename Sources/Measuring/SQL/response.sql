-- How fast requests were closed, as the sheet of 2014 measures it: in time, or after a lawful extension.
WITH report AS (
    SELECT
        agency, year, failed_findings, covered,
        s14_closed AS closed,
        s14_closed_on_time AS on_time,
        s14_closed_extended AS extended
    FROM v_figures
    WHERE (:agency IS NULL OR agency = :agency) AND (:from IS NULL OR year >= :from)
        AND (:to IS NULL OR year <= :to)
)
SELECT agency, year, failed_findings, covered, 'on_time_2014' AS definition, '' AS series, on_time AS numerator, closed AS denominator
FROM report
UNION ALL
SELECT agency, year, failed_findings, covered, 'extension_2014', '', extended, closed
FROM report;
