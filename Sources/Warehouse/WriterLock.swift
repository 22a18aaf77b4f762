import Glibc

extension Warehouse {
    /// Whether a process is writing to a warehouse at this moment.
    public static func isBeingWritten(_ path: String) -> Bool {
        let file = open(path + ".lock", O_RDWR | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        return flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }
}

/// The right to write to a warehouse: one process has it at a time.
///
/// It is the system's lock on a file beside the warehouse. Whoever dies gives it back, so a lock is never left over;
/// the file itself stays and says nothing.
struct WriterLock: ~Copyable {
    private let file: Int32

    /// Takes the lock.
    ///
    /// - Parameters:
    ///   - path: the warehouse's file.
    ///   - waits: whether to wait for another process that has it.
    /// - Throws: ``WarehouseError/busy(path:)`` when another process has it, ``WarehouseError/cannotOpen(path:reason:)``
    ///   when the file can't be made.
    init(for path: String, waits: Bool) throws(WarehouseError) {
        let name = path + ".lock"
        file = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else {
            throw .cannotOpen(path: name, reason: String(cString: strerror(errno)))
        }
        while flock(file, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            let reason = errno
            close(file)
            if reason == EWOULDBLOCK { throw .busy(path: path) }
            throw .cannotOpen(path: name, reason: String(cString: strerror(reason)))
        }
    }

    deinit { close(file) }
}
