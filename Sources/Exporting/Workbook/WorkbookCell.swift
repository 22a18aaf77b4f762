public import CSVCodec
public import ReportModel

/// A cell of a workbook: what a spreadsheet is to take it for.
public enum WorkbookCell: Sendable, Hashable {
    /// Words; never a formula, whatever they begin with.
    case text(String)
    /// A number as it is.
    case number(Double)
    /// A share, shown in per cent.
    case percent(Double)
    /// A day.
    case date(CivilDate)
    /// Nothing.
    case blank

    /// A field of a table in a column of a kind.
    ///
    /// A number that a spreadsheet can't hold exactly stays words.
    public init(_ field: CSVEncoder.Field, _ type: ExportTable.ColumnType) {
        switch field {
        case .missing: self = .blank
        case .text(let text):
            if type == .date, let date = CivilDate(iso: text) {
                self = .date(date)
            } else {
                self = .text(text)
            }
        case .number(let digits):
            guard digits.utf8.count <= 16, let value = Double(digits) else {
                self = .text(digits)
                return
            }
            self = type == .share ? .percent(value) : .number(value)
        }
    }

    /// How much room it needs, in characters.
    var width: Int {
        switch self {
        case .text(let text): DisplayWidth.of(text)
        case .number(let value):
            value == value.rounded() && abs(value) < 1e15
                ? String(Int(value)).count : String(value).count
        case .percent: 8
        case .date: 11
        case .blank: 0
        }
    }
}
