-- For each body and year, the governments above whose report counts its requests too.
CREATE VIEW v_cover AS
SELECT ancestor.agency_id, weighed.year, ancestor.above AS above_id
FROM ancestor
JOIN weighed ON weighed.agency_id = ancestor.above
JOIN agency ON agency.id = ancestor.agency_id
WHERE weighed.scope = 'whole_region'
    OR weighed.scope = 'own_plus_departments' AND ancestor.distance = 1
        AND agency.kind IN ('department', 'government_office');
