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

    /// Whether files are left out, so that a file which isn't met needn't be gone.
    var isPartial: Bool { only != nil || since != nil || limit != nil }

    /// Whether a file is looked at.
    func has(_ file: InputFile, _ state: FileState?) -> Bool {
        if let only {
            let path = file.path.map { CChar(bitPattern: $0) } + [0]
            let name = file.path.split(separator: UInt8(ascii: "/")).last ?? []
            let last = name.map { CChar(bitPattern: $0) } + [0]
            guard fnmatch(only, path, 0) == 0 || fnmatch(only, last, 0) == 0 else { return false }
        }
        if let since, let state {
            return state.modified >= since.daysSinceEpoch * 86_400 * 1_000_000_000
        }
        return true
    }
}
