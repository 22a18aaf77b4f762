-- What a file held when this version opened it last, if it is still the same by all that the system says of it.
SELECT reports, quarantined
FROM seen_file
WHERE path = :path AND size = :size AND modified = :modified AND inode = :inode
    AND reader = :reader;
