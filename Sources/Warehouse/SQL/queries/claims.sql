-- What the texts of the reports that count claim.
SELECT * FROM v_claim ORDER BY agency, year, number;
