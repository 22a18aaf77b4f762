public import Exporting
import FormCatalog
public import Measuring
public import Phrasebook
import Register
public import Warehouse

/// Why a job could not be done, as far as it isn't about the data.
public enum JobError: Error, Sendable {
    /// None of these paths holds anything to read.
    case nothingToRead([String])
    /// There is no warehouse yet.
    case noWarehouse(String)
    /// Nothing in the warehouse fits the question.
    case noMatch
    /// The question can't be asked so: a phrase, and what it is about.
    case usage(String, [String])
    /// The warehouse can't do it.
    case warehouse(WarehouseError)
    /// A file can't be written.
    case export(ExportError)
    /// The program's own data is wrong.
    case broken(String)

    /// The exit code that schedulers are told.
    public var exitCode: Int32 {
        switch self {
        case .usage: 64
        case .nothingToRead, .noWarehouse, .noMatch: 66
        case .warehouse(let error):
            switch error {
            case .notOurs, .newer, .foreignMigration, .damaged: 65
            case .busy: 75
            case .cannotOpen: 73
            case .cannotWrite, .unfinished: 74
            case .statement: 70
            }
        case .export: 74
        case .broken: 70
        }
    }

    /// The error in one line, with the remedy.
    public func message(_ phrasebook: Phrasebook) -> String {
        switch self {
        case .nothingToRead(let paths):
            phrasebook.say("error.nothing_to_read", paths.joined(separator: ", "))
        case .noWarehouse(let path): phrasebook.say("error.no_warehouse", path)
        case .noMatch: phrasebook.say("error.no_match")
        case .usage(let phrase, let details): phrasebook.say(phrase, details: details)
        case .warehouse(let error):
            phrasebook.say("error.warehouse", error.description, phrasebook.say(remedy(of: error)))
        case .export(let error): phrasebook.say("error.export", error.path, error.reason)
        case .broken(let reason): phrasebook.say("error.broken", reason)
        }
    }

    private func remedy(of error: WarehouseError) -> String {
        switch error {
        case .notOurs: "remedy.other_file"
        case .newer, .foreignMigration: "remedy.newer_program"
        case .unfinished: "remedy.unfinished"
        case .damaged: "remedy.restore"
        case .busy: "remedy.try_again"
        case .cannotOpen, .cannotWrite: "remedy.permissions"
        case .statement: "remedy.tell_us"
        }
    }
}

/// What every job needs: the words of forms and of people, and where the warehouse is.
public struct Surroundings: Sendable {
    /// The forms' own words for their cells.
    let official: OfficialLabels
    /// The forms and all their wordings, which only those who read documents need.
    ///
    /// - Throws: ``JobError/broken(_:)`` when the program's own data is wrong.
    var catalog: FormCatalog {
        get throws(JobError) {
            do { return try Self.formCatalog.get() } catch {
                throw .broken(String(describing: error))
            }
        }
    }
    private static let formCatalog = Result { try FormCatalog() }
    /// Divisions, sectors and reforms. Few commands need them, and they are long: they are read when one does.
    ///
    /// - Throws: ``JobError/broken(_:)`` when the program's own data is wrong.
    var register: RegisterCatalog {
        get throws(JobError) {
            do { return try Self.registerCatalog.get() } catch {
                throw .broken(String(describing: error))
            }
        }
    }
    private static let registerCatalog = Result { try RegisterCatalog() }
    /// The metrics, a user's own among them.
    public let metrics: MetricDictionary
    /// What is said to people, in their language.
    public private(set) var phrasebook: Phrasebook
    /// The warehouse's file.
    public let warehousePath: String
    /// What starts workers; `nil` to read files in this process.
    public var workers: WorkerProgram?

    /// Surroundings in a language, with a warehouse.
    ///
    /// - Parameters:
    ///   - language: the language that people are spoken to in.
    ///   - warehousePath: the warehouse's file.
    ///   - metricsFolder: where a user's own metrics lie, a folder each; it need not exist.
    /// - Throws: ``JobError/broken(_:)`` when the program's own data is wrong, ``JobError/usage(_:_:)`` when a
    ///   user's is.
    public init(
        language: Language,
        warehousePath: String,
        metricsFolder: String? = nil
    ) throws(JobError) {
        do {
            official = try OfficialLabels()
            phrasebook = try Phrasebook(language)
        } catch {
            throw .broken(String(describing: error))
        }
        metrics = try UserMetrics(folder: metricsFolder).dictionary()
        self.warehousePath = warehousePath
    }

    /// The same surroundings in another language.
    ///
    /// - Throws: ``PhrasebookError`` when the program's own words are wrong.
    func speaking(_ language: Language) throws(PhrasebookError) -> Surroundings {
        var other = self
        other.phrasebook = try Phrasebook(language)
        return other
    }

    /// The warehouse, opened for writing: only one that is there.
    ///
    /// - Throws: ``JobError/noWarehouse(_:)`` when nothing has been taken in yet.
    func openForWriting() throws(JobError) -> Warehouse {
        guard FileWalk([warehousePath]).missing.isEmpty else { throw .noWarehouse(warehousePath) }
        do { return try Warehouse(path: warehousePath, access: .writing) } catch {
            throw .warehouse(error)
        }
    }

    /// The warehouse, opened for reading.
    ///
    /// - Throws: ``JobError/noWarehouse(_:)`` when nothing has been taken in yet.
    func openForReading() throws(JobError) -> Warehouse {
        guard FileWalk([warehousePath]).missing.isEmpty else { throw .noWarehouse(warehousePath) }
        do throws(WarehouseError) {
            let warehouse = try Warehouse(path: warehousePath, access: .reading)
            if try warehouse.version(of: "register") != nil { return warehouse }
        } catch {
            throw .warehouse(error)
        }
        try bringUpToDate()
        do throws(WarehouseError) {
            return try Warehouse(path: warehousePath, access: .reading)
        } catch {
            throw .warehouse(error)
        }
    }

    /// An older version's warehouse has no register yet.
    private func bringUpToDate() throws(JobError) {
        let derived = try DerivedTables(self)
        do throws(WarehouseError) {
            let warehouse = try Warehouse(path: warehousePath, access: .writing)
            try warehouse.transaction { () throws(WarehouseError) in
                try derived.update(in: warehouse)
            }
        } catch {
            throw .warehouse(error)
        }
    }
}
