-- How many reports of each body count, and what they fail in.
SELECT agency_id, count(*) AS reports, sum(failed_findings) AS failed_findings
FROM v_report
GROUP BY agency_id;
