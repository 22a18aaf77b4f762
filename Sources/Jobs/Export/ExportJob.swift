import Exporting
import Measuring
import Phrasebook
import ReportModel
import Warehouse

/// Writes the bundle: tables for spreadsheets and for programs, a workbook, and pages to read.
public struct ExportJob: Sendable {
    private let surroundings: Surroundings
    private let directory: String

    /// A job into a folder.
    public init(_ surroundings: Surroundings, directory: String) {
        self.surroundings = surroundings
        self.directory = directory
    }

    /// What the job did.
    public struct Outcome: Sendable {
        /// Whether the bundle was written; else it was there already.
        public var isWritten: Bool
        /// What was done, in words.
        public var text: String
    }

    /// Asks the warehouse and puts the bundle in place.
    ///
    /// - Parameter isTrial: whether to build the bundle and say what it would hold, and put nothing in place.
    /// - Returns: what was done, in words.
    /// - Throws: ``JobError`` when there is no warehouse or the disk can't be written.
    public func run(isTrial: Bool) throws(JobError) -> Outcome {
        let warehouse = try surroundings.openForReading()
        do {
            var bundle = try BundleWriter(in: directory)
            let contents = try BundleContents(warehouse)
            let figures = try BundleTables(surroundings, contents)
                .write(to: &bundle, from: warehouse)
            #if Office
                try BundleWorkbook(surroundings, contents, figures)
                    .write(to: &bundle, from: warehouse)
            #endif
            try BundlePages(surroundings, contents, figures)
                .write(to: &bundle, from: warehouse)
            try bundle.add("datapackage.json", DataPackage(bundle.tables, surroundings).bytes)
            let words = surroundings.phrasebook
            let rows = bundle.tables.map {
                words.say("export.file", $0.name + ".csv", String($0.rows))
            }
            let others = words.say("export.others", String(bundle.files.count))
            if isTrial {
                return Outcome(
                    isWritten: false,
                    text: (rows + [others]).joined(separator: "\n")
                )
            }
            let isWritten = try bundle.publish() == .written
            let summary = isWritten ? "export.written" : "export.unchanged"
            let head = words.say(summary, directory + "/current")
            return Outcome(
                isWritten: isWritten,
                text: ([head] + (isWritten ? rows + [others] : [])).joined(separator: "\n")
            )
        } catch let error as JobError {
            throw error
        } catch let error as WarehouseError {
            throw .warehouse(error)
        } catch let error as ExportError {
            throw .export(error)
        } catch {
            throw .broken(String(describing: error))
        }
    }
}
