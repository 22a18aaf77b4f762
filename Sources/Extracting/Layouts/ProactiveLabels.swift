import FormCatalog
import ReportModel

/// What printed labels of section two stand for. The columns tell the edition; rows are much the same.
struct ProactiveLabels {
    /// A column of one edition.
    struct Column: Hashable {
        var edition: EditionID
        var code: String
    }

    private let columns: [(edition: EditionID, book: LabelBook<String>)]
    private let rows: [(edition: EditionID, book: LabelBook<String>)]
    private let headings: LabelBook<String>?

    init(catalog: FormCatalog) {
        columns = EditionID.allCases.compactMap { edition in
            catalog.proactiveColumns[edition].map { (edition, $0) }
        }
        rows = EditionID.allCases.compactMap { edition in
            catalog.proactiveRows[edition].map { (edition, $0) }
        }
        headings = catalog.headings[.proactive]
    }

    /// Whether a label heads the section's tables without naming a column: 信息内容, 第二十条第（一）项.
    func isHeading(_ label: LabelKey) -> Bool {
        !label.hasWords || headings?.item(for: label) != nil
    }

    /// The column that a label names.
    func column(_ label: LabelKey) -> Column? {
        guard label.hasWords else { return nil }
        for (edition, book) in columns {
            if let code = book.item(for: label) {
                return Column(edition: edition, code: code)
            }
        }
        return nil
    }

    /// What a column is that stands alone: 处理决定数量 is the last of three on the form of 2019, and the only one on that
    /// of 2021, where some leave out 本年.
    func alone(_ column: Column) -> Column {
        column == Column(edition: .e2019, code: "decisions")
            ? Column(edition: .e2021, code: column.code) : column
    }

    /// The row that a label names on one edition, or on any.
    func row(_ label: LabelKey, of edition: EditionID?) -> String? {
        guard label.hasWords else { return nil }
        for (candidate, book) in rows where edition == nil || candidate == edition {
            if let code = book.item(for: label) { return code }
        }
        return nil
    }

    /// All cells of a row on an edition's form.
    func codes(_ row: String, of edition: EditionID) -> [CellCode] {
        let name = "\(edition == .e2019 ? "s2o" : "s2").\(row)."
        return edition.codes.filter { $0.name.hasPrefix(name) }
    }

    /// The cells of a row under some columns; `nil` if the form doesn't have one of them.
    func codes(_ row: String, under columns: [Column]) -> [CellCode]? {
        let codes = columns.compactMap { column -> CellCode? in
            let name = "\(row).\(column.code)"
            return switch column.edition {
            case .e2008, .e2014: nil
            case .e2019: EarlierProactiveCell(rawValue: name).map(CellCode.earlierProactive)
            case .e2021: ProactiveCell(rawValue: name).map(CellCode.proactive)
            }
        }
        return codes.count == columns.count && !codes.isEmpty ? codes : nil
    }
}
