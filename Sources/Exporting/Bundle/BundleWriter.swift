import CLinux
public import CSVCodec
import Glibc
public import Phrasebook
import ReportModel

/// The files of one export, built one by one and put in place together.
///
/// They lie in `current/`. A new bundle is built beside it, synced, and exchanged with it in one step,
/// so that nobody ever opens a mixture of two.
public struct BundleWriter: ~Copyable {
    /// A file of the bundle.
    public struct File: Sendable, Hashable {
        /// Its path inside the bundle.
        public var path: String
        /// How many bytes it has.
        public var bytes: Int
        /// Their SHA-256.
        public var sha256: String
    }

    /// A table of the bundle: two files with the same rows.
    public struct Table: Sendable {
        /// The files' name without ending.
        public var name: String
        /// The columns, in order.
        public var columns: [ExportTable.Column]
        /// The headers of the file for spreadsheets.
        public var titles: [String]
        /// How many rows it has.
        public var rows: Int
        /// The file for spreadsheets.
        public var excel: File
        /// The file for programs.
        public var data: File
    }

    /// Takes the rows of a table.
    public struct RowSink: ~Copyable {
        fileprivate var excel: FileSink
        fileprivate var data: FileSink
        fileprivate var lines: CSVTwinEncoder
        /// How many rows it has taken.
        public private(set) var rows = 0

        fileprivate init(
            _ excel: consuming FileSink,
            _ data: consuming FileSink,
            _ titles: [String],
            _ keys: [String]
        ) {
            self.excel = excel
            self.data = data
            lines = CSVTwinEncoder(titles: titles, keys: keys)
        }

        /// Adds a row: a field for each column.
        ///
        /// - Throws: ``ExportError`` when it can't be written.
        public mutating func append(_ row: [CSVEncoder.Field]) throws(ExportError) {
            lines.append(row)
            try count()
        }

        /// Adds a row of parts, which together have a field for each column.
        ///
        /// - Throws: ``ExportError`` when it can't be written.
        public mutating func append(_ row: [CSVTwinEncoder.Piece]) throws(ExportError) {
            lines.append(row)
            try count()
        }

        private mutating func count() throws(ExportError) {
            rows += 1
            if rows % 512 == 0 { try pass() }
        }

        private mutating func pass() throws(ExportError) {
            let bytes = lines.take()
            try excel.append(bytes.excel)
            try data.append(bytes.data)
        }

        fileprivate mutating func finish() throws(ExportError) -> (
            excel: FileSink.Written, data: FileSink.Written
        ) {
            try pass()
            return (try excel.finish(), try data.finish())
        }
    }

    /// The files so far.
    public private(set) var files: [File] = []
    /// The tables so far.
    public private(set) var tables: [Table] = []

    private let directory: String
    private var isPublished = false

    private var next: String { directory + "/.next" }
    private var current: String { directory + "/current" }

    /// Begins a bundle.
    ///
    /// - Parameter directory: the folder that holds `current/`; it is made if there is none.
    /// - Throws: ``ExportError`` when it can't be written.
    public init(in directory: String) throws(ExportError) {
        self.directory = directory
        try Folder.make(directory)
        Folder.remove(directory + "/.next")
        try Folder.make(directory + "/.next")
    }

    deinit {
        if !isPublished { Folder.remove(directory + "/.next") }
    }

    /// Where a file of the bundle is to be written by somebody else.
    public func place(for path: String) -> String { next + "/" + path }

    /// Adds a file.
    ///
    /// - Parameters:
    ///   - path: its path inside the bundle; folders are made.
    ///   - bytes: its content.
    /// - Throws: ``ExportError`` when it can't be written.
    public mutating func add(_ path: String, _ bytes: [UInt8]) throws(ExportError) {
        var sink = try sink(for: path)
        try sink.append(bytes)
        note(path, try sink.finish())
    }

    /// Takes in a file that somebody else has written to its ``place(for:)``.
    ///
    /// - Throws: ``ExportError`` when it can't be read.
    public mutating func adopt(_ path: String) throws(ExportError) {
        guard let bytes = FileWriting.read(next + "/" + path) else {
            throw ExportError(path: next + "/" + path, errno: errno)
        }
        files.append(
            File(path: path, bytes: bytes.count, sha256: ContentHash(of: bytes).description)
        )
    }

    /// Adds a table whose rows come one by one.
    ///
    /// - Parameters:
    ///   - name: the files' name without ending.
    ///   - columns: the columns, in order.
    ///   - phrasebook: the language of the headers for spreadsheets.
    ///   - produce: gives the rows.
    /// - Throws: what `produce` throws, and ``ExportError`` when a file can't be written.
    public mutating func add(
        _ name: String,
        _ columns: [ExportTable.Column],
        _ phrasebook: Phrasebook,
        rows produce: (inout RowSink) throws -> Void
    ) throws {
        let layout = ExportTable(name: name, columns: columns)
        var rows = try rowSink(for: layout, phrasebook)
        try produce(&rows)
        try close(&rows, layout, phrasebook)
    }

    /// Adds two tables whose rows come together, one by one.
    ///
    /// - Parameters:
    ///   - first: the name and the columns of the first; it needs no rows.
    ///   - second: those of the second.
    ///   - phrasebook: the language of the headers for spreadsheets.
    ///   - produce: gives the rows of both.
    /// - Throws: what `produce` throws, and ``ExportError`` when a file can't be written.
    public mutating func add(
        _ first: ExportTable,
        and second: ExportTable,
        _ phrasebook: Phrasebook,
        rows produce: (_ first: inout RowSink, _ second: inout RowSink) throws -> Void
    ) throws {
        var firstRows = try rowSink(for: first, phrasebook)
        var secondRows = try rowSink(for: second, phrasebook)
        try produce(&firstRows, &secondRows)
        try close(&firstRows, first, phrasebook)
        try close(&secondRows, second, phrasebook)
    }

    private func rowSink(
        for table: ExportTable,
        _ phrasebook: Phrasebook
    ) throws(ExportError) -> RowSink {
        RowSink(
            try sink(for: table.name + ".csv"),
            try sink(for: "data/" + table.name + ".csv"),
            table.columns.map { $0.title(in: phrasebook) },
            table.columns.map(\.key)
        )
    }

    private mutating func close(
        _ rows: inout RowSink,
        _ table: ExportTable,
        _ phrasebook: Phrasebook
    ) throws(ExportError) {
        let written = try rows.finish()
        note(table.name + ".csv", written.excel)
        note("data/" + table.name + ".csv", written.data)
        tables.append(
            Table(
                name: table.name,
                columns: table.columns,
                titles: table.columns.map { $0.title(in: phrasebook) },
                rows: rows.rows,
                excel: files[files.count - 2],
                data: files[files.count - 1]
            )
        )
    }

    /// Adds a table that is at hand.
    ///
    /// - Throws: ``ExportError`` when a file can't be written.
    public mutating func add(_ table: ExportTable, _ phrasebook: Phrasebook) throws {
        try add(table.name, table.columns, phrasebook) { sink in
            for row in table.rows { try sink.append(row) }
        }
    }

    /// Adds a page.
    ///
    /// - Throws: ``ExportError`` when it can't be written.
    public mutating func add(
        _ path: String,
        _ page: Page,
        in language: Language
    ) throws(ExportError) {
        try add(path, page.bytes(in: language))
    }

    /// Puts the bundle in place, unless the very same one is there.
    ///
    /// - Returns: whether anything was written.
    /// - Throws: ``ExportError`` when the disk is full or can't be written; the old bundle stays.
    public mutating func publish() throws(ExportError) -> FileWriting.Outcome {
        try verify()
        if Folder.isEqual(next, current) { return .unchanged }
        try Folder.sync(next)
        let there = access(current, F_OK) == 0
        let moved = there ? linux_exchange(next, current) : rename(next, current)
        guard moved == 0 else { throw ExportError(path: current, errno: errno) }
        try FileWriting.sync(directory: directory)
        if there { Folder.remove(next) }
        isPublished = true
        return .written
    }

    /// Reads every file once more: what is on the disk must be what was written.
    private func verify() throws(ExportError) {
        for file in files {
            guard FileWriting.hash(of: next + "/" + file.path)?.description == file.sha256 else {
                throw ExportError(path: next + "/" + file.path, reason: "SHA-256")
            }
        }
    }

    private func sink(for path: String) throws(ExportError) -> FileSink {
        try Folder.make(FileWriting.parent(of: next + "/" + path))
        return try FileSink(next + "/" + path)
    }

    private mutating func note(_ path: String, _ written: FileSink.Written) {
        files.append(
            File(path: path, bytes: written.bytes, sha256: written.hash.description)
        )
    }
}
