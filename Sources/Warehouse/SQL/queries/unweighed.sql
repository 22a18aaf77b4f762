-- Bodies with a report that was not weighed beside others yet, or one that was and is gone.
SELECT DISTINCT agency_id FROM revision
WHERE NOT EXISTS (
    SELECT 1 FROM weighed
    WHERE weighed.agency_id = revision.agency_id AND weighed.year = revision.year
)
UNION
SELECT agency_id FROM weighed
WHERE NOT EXISTS (
    SELECT 1 FROM revision
    WHERE revision.agency_id = weighed.agency_id AND revision.year = weighed.year
);
