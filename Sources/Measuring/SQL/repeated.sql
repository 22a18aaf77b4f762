-- Bodies and years that a metric has more than one row for.
WITH measured AS (
{metric}
)
SELECT agency_id, year FROM measured GROUP BY agency_id, year HAVING count(*) > 1
ORDER BY agency_id, year LIMIT 1;
