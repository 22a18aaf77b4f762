-- The names that each body went by.
SELECT * FROM agency_name ORDER BY agency_id, first_year, name;
