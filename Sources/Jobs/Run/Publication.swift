import Exporting
import Glibc
import Measuring
import Phrasebook
import ReportModel
import Warehouse

/// Puts a fresh bundle in place, unless the one that is there shows the same warehouse, made by the same program.
struct Publication {
    private let surroundings: Surroundings
    private let directory: String

    init(_ surroundings: Surroundings, directory: String) {
        self.surroundings = surroundings
        self.directory = directory
    }

    /// Looks the warehouse through and publishes, if there is anything new to publish.
    ///
    /// Nothing is taken for granted of the bundle that is there: all of it is read and compared with what was written.
    ///
    /// - Throws: ``JobError`` when the warehouse is damaged or the disk can't be written.
    func publish(from warehouse: borrowing Warehouse) throws(JobError) -> ExportJob.Outcome {
        do throws(WarehouseError) {
            if let last = try warehouse.published(in: folder), last == (try bundle(in: warehouse)) {
                let words = surroundings.phrasebook
                return ExportJob.Outcome(
                    isWritten: false,
                    text: words.say("export.unchanged", directory + "/current")
                )
            }
            try warehouse.verify()
            try PlannedAnswers(surroundings).keep(in: warehouse)
        } catch {
            throw .warehouse(error)
        }
        let outcome = try ExportJob(surroundings, directory: directory).run(isTrial: false)
        do throws(WarehouseError) {
            if let bundle = try bundle(in: warehouse) {
                try warehouse.note(bundle, publishedIn: folder)
            }
        } catch {
            throw .warehouse(error)
        }
        return outcome
    }

    /// The bundle that lies there now, as one that shows the warehouse as it is now.
    private func bundle(
        in warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> Warehouse.Published? {
        guard let print = PublishedBundle.fingerprint(directory + "/current") else { return nil }
        return Warehouse.Published(
            generation: try warehouse.generation(),
            madeWith: madeWith,
            fingerprint: print.description
        )
    }

    /// The folder's name from the root, so that it is the same wherever somebody stands; only once it is there.
    private var folder: String {
        guard let resolved = realpath(directory, nil) else { return directory }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The program's file, the language, and the metrics that it reckons.
    private var madeWith: String {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return "" }
        let program =
            "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
        let metrics = surroundings.metrics.fingerprint.description
        return "\(program) \(surroundings.phrasebook.language.rawValue) \(metrics)"
    }
}
