public import ReportModel

/// The official forms' own wording of each row, column and heading, as people are to read it: `Editions/*.csv`.
///
/// Whoever only names cells needs no more of the catalogue, which is some ten times as long.
public struct OfficialLabels: Sendable {
    /// The lines of each edition's file.
    let lines: [(edition: EditionID, labels: [FormLabel])]
    private let words: [Place: String]

    private struct Place: Hashable {
        var section: String
        var part: String
        var code: String
    }

    /// Reads the forms out of the files in the binary.
    ///
    /// - Throws: ``CatalogError`` when a cell has no words.
    public init() throws(CatalogError) {
        var lines: [(edition: EditionID, labels: [FormLabel])] = []
        var words: [Place: String] = [:]
        for edition in EditionID.forms {
            let columns = ["section", "part", "code", "group", "label"]
            let labels = try CatalogFile.records(Self.file(of: edition), columns).map { record in
                FormLabel(section: record[0], part: record[1], code: record[2], words: record[4])
            }
            for label in labels {
                words[Place(section: label.section, part: label.part, code: label.code)] =
                    label.words
            }
            lines.append((edition, labels))
        }
        self.lines = lines
        self.words = words
        for code in CellCode.all {
            let (row, column) = Self.places(of: code)
            guard words[row] != nil, words[column] != nil else {
                throw CatalogError(file: "Editions", label: code.name, problem: .incomplete)
            }
        }
    }

    /// The form's own words for a cell: its row, and its column.
    public func labels(of code: CellCode) -> (row: String, column: String) {
        let (row, column) = Self.places(of: code)
        return (words[row] ?? row.code, words[column] ?? column.code)
    }

    /// The form's own words for a group of rows of section three, if the form has the group.
    public func label(of group: Disposition) -> String? {
        words[Place(section: "s3", part: "group", code: group.rawValue)]
    }

    /// The form's own words for a heading of a section, `organisations` for 法人或其他组织; empty if it has none.
    public func heading(_ code: String, of section: FormSection) -> String {
        words[Place(section: section.rawValue, part: "heading", code: code)] ?? ""
    }

    static func file(of edition: EditionID) -> String { "Editions/\(edition.rawValue).csv" }

    private static func places(of code: CellCode) -> (row: Place, column: Place) {
        let parts = code.name.split(separator: ".").map(String.init)
        let column = parts.count > 2 ? parts[2] : "value"
        return (
            Place(section: parts[0], part: "row", code: parts[1]),
            Place(section: parts[0], part: "column", code: column)
        )
    }
}

/// A label of a form, and what it stands for.
struct FormLabel: Sendable {
    /// `s2`, `s2o`, `s3`, `s4` or `s14`.
    var section: String
    /// `row`, `column`, `group` or `heading`.
    var part: String
    /// The row's or column's part of the cell code.
    var code: String
    /// As printed on the form.
    var words: String
}
