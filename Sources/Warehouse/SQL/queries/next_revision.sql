-- The number that the next revision gets. A report that counts keeps its number until that is worked out anew, so that
-- the number of one that has gone isn't another's at once.
SELECT 1 + max(
    coalesce((SELECT max(id) FROM revision), 0), coalesce((SELECT max(revision_id) FROM standing), 0)
) AS id;
