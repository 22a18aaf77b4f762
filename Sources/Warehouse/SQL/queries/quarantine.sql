-- Files a refusal. A content that was refused there before keeps its day, and whether people ignore it.
INSERT INTO quarantine (path, sha256, code, detail_1, detail_2, detail_3, detail_4, table_number, line, agency, year,
    reader, first_seen)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (path) DO UPDATE SET
    sha256 = excluded.sha256, code = excluded.code, detail_1 = excluded.detail_1, detail_2 = excluded.detail_2,
    detail_3 = excluded.detail_3, detail_4 = excluded.detail_4, table_number = excluded.table_number,
    line = excluded.line, agency = excluded.agency, year = excluded.year, reader = excluded.reader,
    tries = CASE WHEN quarantine.sha256 IS excluded.sha256 THEN quarantine.tries + 1 ELSE 1 END,
    first_seen = CASE
        WHEN quarantine.sha256 IS excluded.sha256 THEN quarantine.first_seen ELSE excluded.first_seen
    END,
    ignored = CASE WHEN quarantine.sha256 IS excluded.sha256 THEN quarantine.ignored ELSE 0 END;
