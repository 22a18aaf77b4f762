-- For each body and year, the governments above whose report counts its requests too.
SELECT body.name AS agency, weighed.year, above.name AS above
FROM ancestor
JOIN weighed ON weighed.agency_id = ancestor.above
JOIN agency AS body ON body.id = ancestor.agency_id
JOIN agency AS above ON above.id = ancestor.above
WHERE weighed.scope = 'whole_region'
    OR weighed.scope = 'own_plus_departments' AND ancestor.distance = 1
        AND body.kind IN ('department', 'government_office');
