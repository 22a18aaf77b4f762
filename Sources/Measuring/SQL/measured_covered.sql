CASE WHEN standing.covered THEN (
        SELECT {bits}
        FROM v_cover JOIN v_body AS above ON above.agency_id = v_cover.above_id
        WHERE v_cover.agency_id = measured.agency_id AND v_cover.year = measured.year
            AND (:agency IS NULL OR above.agency = :agency)
            AND (:region IS NULL OR substr(above.region, 1, length(:region)) = :region)
            AND (:level IS NULL OR above.level = :level)
            AND (:sector IS NULL OR above.sector = :sector)
    ) ELSE 0 END
