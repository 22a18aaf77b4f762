-- How many judgements were passed on some reports: those kept with the revision, and those beside others.
SELECT coalesce(sum(revision.rules), 0)
    + coalesce(sum((SELECT weighed.rules FROM weighed
        WHERE weighed.agency_id = v_standing.agency_id AND weighed.year = v_standing.year)), 0) AS judgements
FROM v_standing JOIN revision ON revision.id = v_standing.revision_id
LEFT JOIN agency ON agency.id = v_standing.agency_id
WHERE (:agency IS NULL OR agency.name = :agency) AND (:from IS NULL OR v_standing.year >= :from)
    AND (:to IS NULL OR v_standing.year <= :to);
