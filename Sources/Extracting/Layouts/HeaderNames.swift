import FormCatalog
import ReportModel

/// The names over the columns of the form's tables, and of rows that no group tells, as they follow each other in
/// reading order.
struct HeaderNames {
    /// A name in a row of names, and all that people print in its place.
    struct Name: Hashable {
        /// The form's own words.
        var official: String
        /// The wordings that stand for the same column, row or heading.
        var wordings: Set<LabelKey>
        /// It must have this many characters for each that is wrong: the fewer, the more the names around it tell.
        var charactersAnEdit: Int

        init<Item>(
            _ official: String,
            _ item: Item,
            in book: LabelBook<Item>?,
            _ charactersAnEdit: Int
        ) {
            self.official = official
            self.charactersAnEdit = charactersAnEdit
            wordings = Set(book?.labels(of: item) ?? [])
        }
    }

    /// The names of applicants and outcomes follow each other on all forms, and no table has others.
    private static let amongOthers = 2
    private static let amongFew = 4
    /// A row's name stands among figures, and tables of section two have rows that some province has added.
    private static let ofRow = 6

    /// Names that follow each other, of all editions.
    let sequences: [[Name]]

    /// The form's own words of the names that share a line; without rows.
    let printed: [[String]]

    init(catalog: FormCatalog) {
        let proactive = Self.proactive(catalog)
        let (requests, disputes) = (Self.requests(catalog), Self.disputes(catalog))
        printed = (proactive.map(\.columns) + requests + disputes).map { $0.map(\.official) }
        let flow = [RequestRow.newReceived, .carriedIn].map { row in
            let official = catalog.official.labels(of: .request(row, .total)).row
            return Name(official, row, in: catalog.requestRows, Self.ofRow)
        }
        sequences = Array(
            Set(
                proactive.flatMap(\.withRows) + requests + [flow] + disputes
                    + Self.statistics(catalog)
            )
        )
    }

    /// A table of section two.
    private struct Table {
        var columns: [Name]
        var rows: [Name]

        /// The names over its columns, and those of a row or two that follow.
        var withRows: [[Name]] {
            rows.indices.flatMap { place in
                (place...min(place + 1, rows.count - 1)).map { columns + rows[place...$0] }
            }
        }
    }

    private static func proactive(_ catalog: FormCatalog) -> [Table] {
        let corner = heading("corner", of: .proactive, catalog)
        var tables: [Table] = []
        for edition in EditionID.allCases {
            var codes: [String: [CellCode]] = [:]
            var order: [String] = []
            for code in edition.codes where code.section == .proactive {
                let row = String(code.name.split(separator: ".")[1])
                if codes[row] == nil { order.append(row) }
                codes[row, default: []].append(code)
            }
            for row in order {
                guard let cells = codes[row], let first = cells.first else { continue }
                let rows = catalog.proactiveRows[edition]
                let name = Name(catalog.official.labels(of: first).row, row, in: rows, ofRow)
                let columns = cells.map { code in
                    Name(
                        catalog.official.labels(of: code).column,
                        String(code.name.split(separator: ".")[2]),
                        in: catalog.proactiveColumns[edition],
                        amongFew
                    )
                }
                if let last = tables.last, last.columns == [corner] + columns {
                    tables[tables.count - 1].rows.append(name)
                } else {
                    tables.append(Table(columns: [corner] + columns, rows: [name]))
                }
            }
        }
        return tables
    }

    private static func requests(_ catalog: FormCatalog) -> [[Name]] {
        let names = Applicant.allCases.map { applicant in
            let official = catalog.official.labels(of: .request(.granted, applicant)).column
            return Name(official, applicant, in: catalog.applicants, amongOthers)
        }
        let organisations = heading("organisations", of: .requests, catalog)
        return [
            [names[0], organisations, names[names.count - 1]], Array(names[1..<(names.count - 1)]),
        ]
    }

    private static func disputes(_ catalog: FormCatalog) -> [[Name]] {
        let outcomes = DisputeOutcome.allCases.map { outcome in
            let official = catalog.official.labels(of: .dispute(.review, outcome)).column
            return Name(official, outcome, in: catalog.disputeOutcomes, amongOthers)
        }
        let routes = DisputeRoute.allCases.map { route in
            let official = catalog.official.labels(of: .dispute(route, .total)).row
            return Name(official, route, in: catalog.disputeRoutes, amongFew)
        }
        let suits = Array(routes.dropFirst())
        return [
            [routes[0], heading("litigation", of: .disputes, catalog)], suits, outcomes + suits,
            outcomes, outcomes + outcomes, outcomes + outcomes + outcomes,
        ]
    }

    /// Each three rows of the sheet of statistics that follow each other, but for those whose names two blocks share.
    private static func statistics(_ catalog: FormCatalog) -> [[Name]] {
        let cells = StatisticCell.allCases
        return cells.indices.dropFirst(2).compactMap { last in
            let three = cells[(last - 2)...last]
            guard three.allSatisfy({ $0.block == nil }) else { return nil }
            return three.map { cell in
                let official = catalog.official.labels(of: .statistic(cell)).row
                return Name(official, cell, in: catalog.statistics, amongFew)
            }
        }
    }

    private static func heading(
        _ code: String,
        of section: FormSection,
        _ catalog: FormCatalog
    ) -> Name {
        Name(
            catalog.official.heading(code, of: section),
            code,
            in: catalog.headings[section],
            amongFew
        )
    }
}
