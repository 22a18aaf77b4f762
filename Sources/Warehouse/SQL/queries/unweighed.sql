-- Bodies with a report that was not weighed beside others yet, or one that was and is gone.
SELECT DISTINCT agency_id FROM revision
WHERE NOT EXISTS (
    SELECT 1 FROM comparison_count
    WHERE comparison_count.agency_id = revision.agency_id AND comparison_count.year = revision.year
)
UNION
SELECT agency_id FROM comparison_count
WHERE NOT EXISTS (
    SELECT 1 FROM revision
    WHERE revision.agency_id = comparison_count.agency_id AND revision.year = comparison_count.year
);
