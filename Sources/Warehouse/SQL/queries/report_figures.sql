-- The form of one revision, and its numbers.
SELECT revision.edition, figures.*
FROM revision
LEFT JOIN figures ON figures.revision_id = revision.id
LEFT JOIN sheet_figures ON sheet_figures.revision_id = revision.id
WHERE revision.id = :report;
