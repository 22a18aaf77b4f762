import ReportModel
import Warehouse

/// Walks through the files under some paths, and stops at those that have to be opened.
struct FileScan {
    private let selection: FileSelection
    private let reader: String
    private var walk: FileWalk
    private var seen: SeenFiles?
    private var given = 0
    private var isAtEnd = false
    /// How many documents of passed files are loaded.
    private(set) var unchanged = 0
    /// How many documents of passed files are in quarantine.
    private(set) var quarantined = 0
    /// How many of those people ignore.
    private(set) var ignored = 0
    /// Files that were there once and are gone.
    private(set) var vanished: [String] = []
    /// How many entries of folders are no reports, or are left out by the selection.
    private(set) var passedOver = 0

    /// - Parameters:
    ///   - paths: the files and folders.
    ///   - selection: which files below them.
    ///   - reader: the version that reads files now.
    init(_ paths: [String], _ selection: FileSelection, reader: String) {
        self.selection = selection
        self.reader = reader
        walk = FileWalk(paths)
    }

    /// The next file that has to be opened, with the hashes of contents that needn't be read again.
    ///
    /// - Throws: ``WarehouseError`` when the database refuses.
    mutating func next(
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> (file: InputFile, known: [ContentHash])? {
        while !isAtEnd {
            guard given < selection.limit ?? .max, let file = walk.next() else {
                try finish(in: warehouse)
                return nil
            }
            let state = file.state
            guard selection.has(file, state) else {
                passedOver += 1
                continue
            }
            let old = try find(file, in: warehouse)
            let isRetried = selection.retriesQuarantined && (old?.quarantined ?? 0) > 0
            if let old, let state, old.state == state, old.reader == reader, !isRetried {
                unchanged += old.reports
                quarantined += old.quarantined
                ignored += old.ignored
                continue
            }
            given += 1
            return (file, try known(of: file, in: warehouse))
        }
        return nil
    }

    /// The hashes of the file's contents that needn't be read again.
    private func known(
        of file: InputFile,
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> [ContentHash] {
        let read = try warehouse.known(at: file.name, reader: reader)
        if selection.retriesQuarantined { return read }
        let refused = try warehouse.refused(at: file.name, reader: reader)
        return read + refused.filter { !Retries.isDue($0) }.map(\.hash)
    }

    private mutating func find(
        _ file: InputFile,
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> SeenFile? {
        if seen?.root != walk.root {
            try close(in: warehouse)
            seen = SeenFiles(root: walk.root)
        }
        return try seen?.find(file, in: warehouse)
    }

    private mutating func finish(in warehouse: borrowing Warehouse) throws(WarehouseError) {
        isAtEnd = true
        passedOver += walk.ignored
        try close(in: warehouse)
        // What wasn't looked at isn't gone.
        if selection.isPartial { vanished = [] }
    }

    private mutating func close(in warehouse: borrowing Warehouse) throws(WarehouseError) {
        guard !selection.isPartial else { return }
        try seen?.finish(in: warehouse)
        vanished += seen?.vanished ?? []
    }
}
