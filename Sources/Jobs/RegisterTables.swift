import CSVCodec
import Exporting
import ReportModel
import Warehouse

/// The tables on bodies, their names, what is missing of them, and their reports' revisions.
extension Tables {
    /// One row a body.
    static func agencies(_ rows: [SQLRow]) -> ExportTable {
        let columns = [
            Column("agency_id"), Column("agency"), Column("region"), Column("region_name"),
            Column("level"), Column("kind"), Column("sector"), Column("parent"),
            Column("standing"), Column("remark"), Column("reports", .integer),
            Column("first_year", .year), Column("last_year", .year),
        ]
        return ExportTable(name: "agencies", columns: columns, rows: fields(rows, columns))
    }

    /// One row a name that a body went by.
    static func names(_ rows: [SQLRow]) -> ExportTable {
        let columns = [
            Column("agency_id"), Column("name"), Column("first_year", .year),
            Column("last_year", .year), Column("reason"),
        ]
        return ExportTable(name: "agency_names", columns: columns, rows: fields(rows, columns))
    }

    /// One row for each body that another took over.
    static func successions(_ rows: [SQLRow]) -> ExportTable {
        let columns = [
            Column("predecessor"), Column("successor"), Column("kind"), Column("year", .year),
            Column("because"),
        ]
        return ExportTable(name: "successions", columns: columns, rows: fields(rows, columns))
    }

    /// One row for each body and year on which a report can be expected.
    static func coverage(
        _ expected: [(row: SQLRow, status: CoverageJob.Status, deadline: CivilDate?)]
    ) -> ExportTable {
        let columns = [
            Column("agency_id"), Column("agency"), Column("region"), Column("level"),
            Column("year", .year), Column("coverage"), Column("deadline", .date),
            Column("published", .date), Column("refused"), Column("file"),
        ]
        return ExportTable(
            name: "coverage",
            columns: columns,
            rows: expected.map { row, state, deadline in
                [
                    .init(row["agency_id"].text), .init(row["agency"].text),
                    .init(row["region"].text), .init(row["level"].text),
                    .init(row["year"].integer), .text(state.rawValue),
                    .init(deadline?.description), .init(row["published"].text),
                    .init(row["refused"].text), .init(row["path"].text),
                ]
            }
        )
    }

    /// One row a revision of a report.
    static func revisions(_ rows: [SQLRow]) -> ExportTable {
        let columns = [
            Column("agency"), Column("agency_printed"), Column("year", .year),
            Column("published", .date), Column("title"), Column("edition"), Column("scope"),
            Column("sha256"), Column("file"), Column("stands", .integer),
            Column("pinned", .integer), Column("contested", .integer), Column("alike", .integer),
        ]
        return ExportTable(name: "revisions", columns: columns, rows: fields(rows, columns))
    }
}
