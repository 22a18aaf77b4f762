-- The files that were refused.
SELECT * FROM quarantine ORDER BY path;
