import Glibc
public import ReportModel
import Warehouse

/// Which of the files under the paths a run looks at.
public struct FileSelection: Sendable {
    /// A pattern with `*` and `?` that the path or the file's name must have; `nil` for all.
    public var only: String?
    /// The day from which on the file was changed last, in UTC; `nil` for all.
    public var since: CivilDate?
    /// How many new files at most; `nil` for all.
    public var limit: Int?
    /// Which part of all files, from 1, of how many; `nil` for all. A file's path decides.
    public var shard: (number: Int, count: Int)?
    /// Whether what was refused is read again.
    public var retriesQuarantined = false

    /// All files.
    public init() {}

    /// Leaves out files that were changed last before a day.
    ///
    /// - Throws: ``JobError/usage(_:_:)`` when it is no day.
    public mutating func begin(since text: String?) throws(JobError) {
        guard let text else { return }
        guard let day = CivilDate(iso: text) else { throw .usage("error.no_day", [text]) }
        since = day
    }

    /// Looks at one part of all files.
    ///
    /// - Parameter text: `2/8` for the second part of eight; `nil` for all files.
    /// - Throws: ``JobError/usage(_:_:)`` when it is no such thing.
    public mutating func take(shard text: String?) throws(JobError) {
        guard let text else { return }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1],
            count >= 1, (1...count).contains(number)
        else { throw .usage("error.no_shard", [text]) }
        shard = (number, count)
    }

    /// FNV-1a: the same part for the same path on every machine.
    private static func place(of path: [UInt8], among count: Int) -> Int {
        let hash = path.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return Int(hash % UInt64(count))
    }

    /// Whether files are left out, so that a file which isn't met needn't be gone.
    var isPartial: Bool { only != nil || since != nil || limit != nil || shard != nil }

    /// Whether a file is looked at.
    func has(_ file: InputFile, _ state: FileState?) -> Bool {
        if let only {
            let path = file.path.map { CChar(bitPattern: $0) } + [0]
            let name = file.path.split(separator: UInt8(ascii: "/")).last ?? []
            let last = name.map { CChar(bitPattern: $0) } + [0]
            guard fnmatch(only, path, 0) == 0 || fnmatch(only, last, 0) == 0 else { return false }
        }
        if let shard, Self.place(of: file.path, among: shard.count) != shard.number - 1 {
            return false
        }
        if let since, let state {
            return state.modified >= since.daysSinceEpoch * 86_400 * 1_000_000_000
        }
        return true
    }
}
