-- Ends a run.
UPDATE night
SET
    ended = :ended, seen = :seen, new = :new, changed = :changed, unchanged = :unchanged,
    quarantined = :quarantined, ignored = :ignored, newly_quarantined = :newly_quarantined,
    passed_over = :passed_over, vanished = :vanished, failed_findings = :failed_findings,
    exported = :exported, exit_code = :exit_code, message = :message
WHERE id = :id;
