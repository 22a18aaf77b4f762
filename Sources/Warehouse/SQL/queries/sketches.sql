-- The sentences of the reports that count on a year, body by body and section by section.
SELECT v_standing.agency_id, sketch.sentences
FROM v_standing JOIN sketch ON sketch.revision_id = v_standing.revision_id
WHERE v_standing.year = :year
ORDER BY v_standing.agency_id, sketch.section;
