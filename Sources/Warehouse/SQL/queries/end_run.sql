-- Ends a run.
UPDATE run_log
SET
    ended = :ended, seen = :seen, loaded = :loaded, reread = :reread, unchanged = :unchanged,
    quarantined = :quarantined, newly_quarantined = :newly_quarantined, ignored = :ignored,
    failed_findings = :failed_findings, exported = :exported, exit_code = :exit_code,
    message = :message
WHERE id = :id;
