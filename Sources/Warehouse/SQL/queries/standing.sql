-- The reports of a body that count, with what rules on several reports need, by year.
SELECT
    v_standing.revision_id, v_standing.agency_id, v_standing.year, revision.scope, revision.published,
    revision.edition, revision.likeness, figures.*
FROM v_standing
JOIN revision ON revision.id = v_standing.revision_id
LEFT JOIN figures ON figures.revision_id = v_standing.revision_id
LEFT JOIN sheet_figures ON sheet_figures.revision_id = v_standing.revision_id
WHERE v_standing.agency_id = :agency AND (:year IS NULL OR v_standing.year = :year)
ORDER BY v_standing.year;
