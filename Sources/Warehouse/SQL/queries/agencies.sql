-- The bodies of the register, narrowed down by whatever is given.
SELECT agency_id, agency, region, region_name, level, kind, sector, parent, standing, remark, reports,
    first_year, last_year
FROM v_agency
WHERE (:agency IS NULL OR agency = :agency) AND (:region IS NULL OR region LIKE :region || '%')
    AND (:standing IS NULL OR standing = :standing)
ORDER BY region IS NULL, region, kind, agency;
