-- The last year of which a report counts.
SELECT max(year) AS year FROM standing;
