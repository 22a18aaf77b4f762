/// Why the warehouse can't do what it was asked for.
public enum WarehouseError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file can't be opened or made.
    case cannotOpen(path: String, reason: String)
    /// The file is no database, or another program's.
    case notOurs(path: String)
    /// A newer version of the program has written it.
    case newer(path: String, migration: String)
    /// A migration that the file went through had another text.
    case foreignMigration(path: String, migration: String)
    /// The file's contents contradict themselves.
    case damaged(path: String, reason: String)
    /// A killed run's change must be undone first, and may not be by this user.
    case unfinished(path: String)
    /// Another run is writing.
    case busy(path: String)
    /// The disk is full or can't be written.
    case cannotWrite(path: String, reason: String)
    /// A statement that the database refuses: an error of ours.
    case statement(sql: String, reason: String)

    /// The error as a sentence.
    public var description: String {
        switch self {
        case .cannotOpen(let path, let reason): "\(path): can't be opened (\(reason))"
        case .notOurs(let path): "\(path): not a warehouse of this program"
        case .newer(let path, let migration):
            "\(path): written by a newer version (migration \(migration))"
        case .foreignMigration(let path, let migration):
            "\(path): went through another migration \(migration) than this program has"
        case .damaged(let path, let reason): "\(path): damaged (\(reason))"
        case .unfinished(let path): "\(path): a killed run left a change half done"
        case .busy(let path): "\(path): another run is writing"
        case .cannotWrite(let path, let reason): "\(path): can't be written (\(reason))"
        case .statement(let sql, let reason): "\(reason) in: \(sql)"
        }
    }
}
