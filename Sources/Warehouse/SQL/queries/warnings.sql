-- What the reader has doubted on the reports that count.
SELECT * FROM v_warning ORDER BY agency, year, number;
