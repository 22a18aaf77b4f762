-- Makes the next run believe that it has never read these files.
UPDATE quarantine
SET reader = ''
WHERE (:path IS NULL AND ignored = 0) OR path = :path
RETURNING path;
