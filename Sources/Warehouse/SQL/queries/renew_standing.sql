-- Writes into `standing` what has changed, and nothing else.
CREATE TEMP TABLE next_standing AS SELECT * FROM v_counted;
DELETE FROM standing
WHERE revision_id IN (
    SELECT revision_id FROM (SELECT * FROM standing EXCEPT SELECT * FROM next_standing)
);
INSERT INTO standing SELECT * FROM next_standing EXCEPT SELECT * FROM standing;
DROP TABLE next_standing;
