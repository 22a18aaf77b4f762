-- The bodies that have reported, with the years they reported on.
CREATE VIEW v_agency AS
SELECT agency, count(*) AS reports, min(year) AS first_year, max(year) AS last_year
FROM v_report
GROUP BY agency;
