-- The bodies, each with the groups that it belongs to: a column a way to group them.
-- Bodies whose region nobody says are a group of their own, `~`, behind the others.
CREATE VIEW v_body AS
SELECT
    id AS agency_id,
    '' AS whole, '' AS reason, '' AS applicant, '' AS subject,
    name AS agency,
    coalesce(substr(region, 1, 2) || '0000', '~') AS province,
    coalesce(substr(region, 1, 4) || '00', '~') AS prefecture,
    coalesce(region, '~') AS county,
    level,
    coalesce(sector, 'none') AS sector,
    coalesce(region, '') AS region
FROM agency;
