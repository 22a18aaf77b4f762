-- The bodies, with the region's name and the years they reported on.
CREATE VIEW v_agency AS
SELECT
    agency.id AS agency_id, agency.name AS agency, agency.region, region.name AS region_name, agency.level,
    agency.kind, agency.sector, parent.name AS parent, agency.parent AS parent_id, agency.standing,
    agency.remark, count(DISTINCT revision.year) AS reports, min(revision.year) AS first_year,
    max(revision.year) AS last_year
FROM agency
LEFT JOIN region ON region.code = agency.region AND region.today = region.code AND region.last_year IS NULL
LEFT JOIN agency AS parent ON parent.id = agency.parent
LEFT JOIN revision ON revision.agency_id = agency.id
GROUP BY agency.id;
