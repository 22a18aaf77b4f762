-- The bodies that go by a name, or went by it.
SELECT DISTINCT agency.id, agency.name
FROM agency LEFT JOIN agency_name ON agency_name.agency_id = agency.id
WHERE agency.id = :name OR agency.name = :name OR agency_name.name = :name
ORDER BY agency.id;
