-- The reports that count and have the very figures of another one that counts.
SELECT revision.likeness, v_standing.agency_id, v_standing.year
FROM v_standing JOIN revision ON revision.id = v_standing.revision_id
WHERE revision.likeness IN (
    SELECT likeness FROM revision WHERE likeness IS NOT NULL GROUP BY likeness HAVING count(*) > 1
)
ORDER BY revision.likeness, v_standing.agency_id, v_standing.year;
