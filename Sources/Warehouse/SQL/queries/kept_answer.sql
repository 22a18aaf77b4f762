-- An answer that is still good. Where a connection sees the reports of another day, none is.
SELECT kept_answer.columns, kept_answer.cells
FROM kept_answer JOIN generation ON generation.number = kept_answer.generation
WHERE kept_answer.question = :question AND NOT EXISTS (SELECT 1 FROM temp.sqlite_schema);
