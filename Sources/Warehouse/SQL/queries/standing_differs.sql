-- How many rows of `standing` are not what they are worked out from, or are missing.
SELECT
    (SELECT count(*) FROM (SELECT * FROM standing EXCEPT SELECT * FROM v_counted))
    + (SELECT count(*) FROM (SELECT * FROM v_counted EXCEPT SELECT * FROM standing)) AS rows;
