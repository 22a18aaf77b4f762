import CSVCodec
import Exporting
import FormCatalog
import Phrasebook
import ReportModel
import Warehouse

/// Tells what changed between two years of one body, or between two revisions of one year: figures, and how much of
/// the prose is the earlier one's.
public struct CompareJob: Sendable {
    private let surroundings: Surroundings
    private let agency: String
    private let years: (Int, Int)

    /// A job on two years of a body; twice the same year stands for its last two revisions.
    public init(_ surroundings: Surroundings, agency: String, years: (Int, Int)) {
        self.surroundings = surroundings
        self.agency = agency
        self.years = years
    }

    /// The figures that changed, and the sections' shares; in the form asked for.
    ///
    /// - Throws: ``JobError`` when one of the reports isn't there.
    public func answer(_ format: ResultFormat) throws(JobError) -> [UInt8] {
        let warehouse = try surroundings.openForReading()
        let body = try ReportFilter.body(named: agency, in: warehouse)
        do throws(WarehouseError) {
            if let (before, after) = try pair(body.id, warehouse) {
                let cells = changes(
                    try warehouse.cells(ofReport: before["revision_id"]),
                    try warehouse.cells(ofReport: after["revision_id"])
                )
                let prose = sections(
                    try warehouse.sketch(ofRevision: before["revision_id"].integer ?? 0),
                    try warehouse.sketch(ofRevision: after["revision_id"].integer ?? 0)
                )
                return ExportTable.printed([cells, prose], format, surroundings.phrasebook)
            }
        } catch {
            throw .warehouse(error)
        }
        throw .noMatch
    }

    private func pair(
        _ id: String,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) -> (SQLRow, SQLRow)? {
        let late = try warehouse.revisions(of: id, year: years.1, asOf: nil)
        if years.0 == years.1 {
            guard late.count > 1 else { return nil }
            return (late[1], late[0])
        }
        let early = try warehouse.revisions(of: id, year: years.0, asOf: nil)
        guard let before = early.first, let after = late.first else { return nil }
        return (before, after)
    }

    /// Cells whose print or state differs; a cell that only one form has differs too.
    private func changes(_ before: [SQLRow], _ after: [SQLRow]) -> ExportTable {
        func byCode(_ rows: [SQLRow]) -> [String: SQLRow] {
            Dictionary(rows.compactMap { row in row["code"].text.map { ($0, row) } }) { $1 }
        }
        let (old, new) = (byCode(before), byCode(after))
        let codes = CellCode.all.filter { old[$0.name] != nil || new[$0.name] != nil }
        let rows = codes.compactMap { code -> [CSVEncoder.Field]? in
            let (left, right) = (old[code.name], new[code.name])
            let isSame =
                left?["printed"].text == right?["printed"].text
                && left?["state"].text == right?["state"].text
            guard !isSame else { return nil }
            let labels = surroundings.official.labels(of: code)
            let values = [left, right].map { $0?["value"].text.flatMap { ExactDecimal($0) } }
            var change: ExactDecimal?
            if let then = values[0], let now = values[1] {
                change = now.adding(ExactDecimal(digits: -then.digits, scale: then.scale))
            }
            return [
                .text(code.name), .text(labels.row), .text(labels.column),
                .init(left.map { $0["printed"].text ?? "" }),
                .init(right.map { $0["printed"].text ?? "" }),
                change.map { .number($0.description) } ?? .missing,
            ]
        }
        return ExportTable(
            name: "changes",
            columns: [
                .init("code"), .init("row_label"), .init("column_label"), .init("before"),
                .init("after"), .init("change", .decimal),
            ],
            rows: rows
        )
    }

    private func sections(_ before: ProseSketch, _ after: ProseSketch) -> ExportTable {
        let old = before.all
        let rows = after.sections.sorted { $0.key < $1.key }.map {
            section,
            sentences -> [CSVEncoder.Field] in
            let length = ProseSketch.length(of: sentences)
            let shared = ProseSketch.shared(sentences, with: old)
            return [
                .init(section), .init(length), .init(shared),
                .init(millionths: length > 0 ? shared * 1_000_000 / length : nil),
            ]
        }
        return ExportTable(
            name: "prose",
            columns: [
                .init("section", .integer), .init("characters", .integer),
                .init("shared", .integer), .init("share", .share),
            ],
            rows: rows
        )
    }
}
