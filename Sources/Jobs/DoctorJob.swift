import CSVCodec
import Exporting
import Glibc
import Phrasebook
import Reading
import Warehouse

/// Looks at everything that a nightly run needs, and says what is wrong with it and what helps.
public struct DoctorJob: Sendable {
    private let surroundings: Surroundings
    private let output: String

    /// A job on a warehouse and on the folder that bundles go to.
    public init(_ surroundings: Surroundings, output: String) {
        self.surroundings = surroundings
        self.output = output
    }

    /// How something is.
    private enum State: String {
        case good, warning, bad
    }

    private typealias Finding = (subject: String, state: State, text: String)

    /// What was found, in the form asked for, and whether a run can do its work.
    public func examine(_ format: ResultFormat) -> (answer: [UInt8], isFit: Bool) {
        let findings =
            programs() + [warehouse(), lock(), space(), bundle()] + lastRun()
        let columns: [ExportTable.Column] = [.init("examined"), .init("state"), .init("remark")]
        let words = surroundings.phrasebook
        let rows: [[CSVEncoder.Field]] = findings.map { finding in
            let state =
                format == .table
                ? words.say("doctor.\(finding.state.rawValue)") : finding.state.rawValue
            return [.text(finding.subject), .text(state), .text(finding.text)]
        }
        let table = ExportTable(name: "doctor", columns: columns, rows: rows)
        return (table.printed(format, words), !findings.contains { $0.state == .bad })
    }

    /// The programs that read PDF and old office files, and draw charts as pictures.
    private func programs() -> [Finding] {
        let words = surroundings.phrasebook
        var found: [Finding] = [
            ("pdftotext", "poppler-utils"), ("wvWare", "wv"), ("rsvg-convert", "librsvg2-bin"),
        ].map { name, package in
            let path = ChildProgram.place(of: name)
            return (
                name, path == nil ? .warning : .good,
                path ?? words.say("rejection.program_missing", name, package)
            )
        }
        found += LibreOffice.Target.allCases.map { target in
            let path = LibreOffice.place(for: target)
            return (
                target.package, path == nil ? .warning : .good,
                path ?? words.say("rejection.program_missing", LibreOffice.name, target.package)
            )
        }
        found.append(
            (
                WordsProgram.name, .good,
                WordsProgram.placeOfReady ?? words.say("doctor.no_pdf_words")
            )
        )
        found.append(
            CharacterMaps.areInstalled
                ? (CharacterMaps.package, .good, CharacterMaps.mainland)
                : (
                    CharacterMaps.package, .warning,
                    words.say(
                        "rejection.language_pack_missing",
                        CharacterMaps.mainland,
                        CharacterMaps.package
                    )
                )
        )
        found.append(
            DocumentReading.readsArchives
                ? ("libzip, libxlsxwriter", .good, words.say("doctor.built_in"))
                : (
                    "libzip, libxlsxwriter", .warning,
                    words.say("rejection.library_missing", "libzip", "Office")
                )
        )
        return found
    }

    private func warehouse() -> Finding {
        let path = surroundings.warehousePath
        guard !InputFile(path: Array(path.utf8)).isGone else {
            return (path, .warning, surroundings.phrasebook.say("error.no_warehouse", path))
        }
        do throws(WarehouseError) {
            let warehouse = try Warehouse(path: path, access: .reading)
            try warehouse.verify()
            let row = try warehouse.rows(
                """
                SELECT (SELECT count(*) FROM revision) AS reports, (SELECT count(*) FROM quarantine) AS refused,
                    sqlite_version() AS version
                """
            )[0]
            return (
                path, .good,
                surroundings.phrasebook.say(
                    "doctor.warehouse",
                    String(row["reports"].integer ?? 0),
                    String(row["refused"].integer ?? 0),
                    row["version"].text ?? ""
                )
            )
        } catch {
            return (path, .bad, JobError.warehouse(error).message(surroundings.phrasebook))
        }
    }

    private func lock() -> Finding {
        let path = surroundings.warehousePath + ".lock"
        let isHeld = Warehouse.isBeingWritten(surroundings.warehousePath)
        return (path, .good, surroundings.phrasebook.say(isHeld ? "doctor.held" : "doctor.free"))
    }

    /// A run needs room for a second bundle, and for the journal of what it changes.
    private func space() -> Finding {
        let path = surroundings.warehousePath
        let folder =
            path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) : "."
        var disk = statvfs()
        guard statvfs(folder, &disk) == 0 else {
            return (folder, .bad, String(cString: strerror(errno)))
        }
        let free = (Int(disk.f_bavail) * Int(disk.f_frsize)) >> 20
        let size = (InputFile(path: Array(path.utf8)).state?.size ?? 0) >> 20
        return (
            folder, free < size + 200 ? .warning : .good,
            surroundings.phrasebook.say("doctor.space", String(free), String(size))
        )
    }

    private func bundle() -> Finding {
        let folder = output + "/current"
        guard !InputFile(path: Array(folder.utf8)).isGone else {
            return (folder, .warning, surroundings.phrasebook.say("doctor.no_bundle"))
        }
        do throws(ExportError) {
            let files = try PublishedBundle.verify(folder)
            return (folder, .good, surroundings.phrasebook.say("doctor.bundle", String(files)))
        } catch {
            return (folder, .bad, error.description)
        }
    }

    private func lastRun() -> [Finding] {
        guard let warehouse = try? surroundings.openForReading(),
            let row = try? warehouse.runs().first
        else { return [] }
        let number = String(row["id"].integer ?? 0)
        let words = surroundings.phrasebook
        guard let ended = row["ended"].text, let code = row["exit_code"].integer else {
            let isRunning = Warehouse.isBeingWritten(surroundings.warehousePath)
            return [
                (
                    "analytics run", isRunning ? .good : .warning,
                    words.say(isRunning ? "doctor.running" : "doctor.killed", number)
                )
            ]
        }
        let isGood = [0, 3, 4].contains(code)
        let text = words.say("doctor.run", number, ended, String(code))
        let message = row["message"].text.map { ": " + $0 } ?? ""
        return [("analytics run", isGood ? .good : .bad, text + message)]
    }
}
