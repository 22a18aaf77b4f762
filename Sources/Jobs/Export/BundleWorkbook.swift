#if Office
    import CSVCodec
    import Exporting
    import Measuring
    import Phrasebook
    import ReportModel
    import Warehouse

    /// The bundle's workbook: what it is, the trends with a chart, provinces, ranks, findings, coverage, reports.
    struct BundleWorkbook {
        private let surroundings: Surroundings
        private let contents: BundleContents
        private let tables: TrendTables

        init(_ surroundings: Surroundings, _ contents: BundleContents) {
            self.surroundings = surroundings
            self.contents = contents
            tables = TrendTables(surroundings)
        }

        private var words: Phrasebook { surroundings.phrasebook }
        private static let path = "report.xlsx"

        /// Writes the file.
        func write(to bundle: inout BundleWriter, from warehouse: borrowing Warehouse) throws {
            let workbook = try Workbook(
                bundle.place(for: Self.path),
                title: words.say("package.title"),
                day: contents.day
            )
            var about = try workbook.addSheet(words.say("sheet.about"), headings: [])
            for row in aboutRows { workbook.append(row.map(WorkbookCell.text), to: &about) }
            let charted = try writeTrends(workbook, warehouse)
            if let (sheet, lines) = charted, !lines.isEmpty, !contents.years.isEmpty {
                let first = TrendTables.wideColumns([]).count
                workbook.addChart(
                    of: lines,
                    columns: first...(first + contents.years.count - 1),
                    of: sheet,
                    into: about,
                    row: about.rows + 1,
                    title: words.say("sheet.chart")
                )
            }
            workbook.finish(about, filters: false)
            for table in [
                Tables.findings(try warehouse.findings().filter { $0["verdict"].text == "fail" }),
                Tables.coverage(try contents.coverage(in: warehouse)),
                ExportTable(
                    name: "reports",
                    columns: Tables.reportColumns,
                    rows: Tables.fields(contents.reports, Tables.reportColumns)
                ),
            ] {
                try write(table, to: workbook)
            }
            try workbook.close()
            try bundle.adopt(Self.path)
        }

        /// The metrics as a whole and by province, a year a column; gives the sheet of the first and the lines that
        /// are worth a chart.
        private func writeTrends(
            _ workbook: Workbook,
            _ warehouse: borrowing Warehouse
        ) throws -> (Workbook.Sheet, [Workbook.Line])? {
            var charted: (Workbook.Sheet, [Workbook.Line])?
            for breakdown in [Trend.Breakdown.whole, .reason, .applicant, .province] {
                let columns = TrendTables.wideColumns(contents.years)
                var sheet = try workbook.addSheet(
                    words.say("sheet.\(breakdown.rawValue)"),
                    headings: columns.map { $0.title(in: words) }
                )
                var lines: [Workbook.Line] = []
                for metric in surroundings.metrics.metrics {
                    let observations =
                        breakdown == .whole
                        ? contents.headlines.filter { $0.metric == metric.id }
                        : try Trend(metric: metric, breakdown: breakdown)
                            .observations(in: warehouse)
                    for row in tables.wideRows(observations, years: contents.years) {
                        let id = row[1].plain
                        let isShare = metric.definition(id)?.unit == .share
                        if breakdown == .whole, Self.charted.contains([metric.id, id]) {
                            let name = metric.definition(id).map { words.say($0.name) } ?? id
                            lines.append(Workbook.Line(name: name, row: sheet.rows))
                        }
                        let cells = row.enumerated().map { index, field in
                            WorkbookCell(field, index < 7 ? .text : isShare ? .share : .decimal)
                        }
                        workbook.append(cells, to: &sheet)
                    }
                }
                workbook.finish(sheet)
                if breakdown == .whole { charted = (sheet, lines) }
            }
            return charted
        }

        private static let charted = [
            ["disclosure", "disclosure_rate"], ["refusal", "narrow"], ["refusal", "wide"],
        ]

        /// A table as a sheet; one that is too long ends with the last row there is room for, and says so on the way.
        private func write(_ table: ExportTable, to workbook: Workbook) throws {
            var sheet = try workbook.addSheet(
                words.say("sheet.\(table.name)"),
                headings: table.columns.map { $0.title(in: words) }
            )
            let room = Workbook.mostRows - 2
            for row in table.rows.prefix(room) {
                workbook.append(
                    zip(row, table.columns).map(Self.cell),
                    to: &sheet
                )
            }
            if table.rows.count > room {
                let left = String(table.rows.count - room)
                workbook.append(
                    [.text(words.say("sheet.cut", left, table.name + ".csv"))],
                    to: &sheet
                )
            }
            workbook.finish(sheet)
        }

        /// Both sides of a finding are words in the tables, for they may be lists; numbers are shown as such.
        private static func cell(
            _ field: CSVEncoder.Field,
            _ column: ExportTable.Column
        ) -> WorkbookCell {
            if ["left_side", "right_side"].contains(column.key), case .text(let text) = field,
                let number = ExactDecimal(text)
            {
                return WorkbookCell(.number(number.description), .decimal)
            }
            return WorkbookCell(field, column.type)
        }

        /// What the workbook is, how each metric is reckoned, and what to beware of.
        private var aboutRows: [[String]] {
            var rows: [[String]] = [
                [words.say("package.title")], [words.say("package.description")],
                [
                    words.say(
                        "sheet.summary",
                        String(contents.reports.count),
                        String(contents.bodies.count),
                        contents.years.first.map { String($0) } ?? "",
                        contents.years.last.map { String($0) } ?? "",
                        contents.day?.description ?? ""
                    )
                ],
                [words.say("trend.caution")], [words.say("sheet.blank")], [],
                ["metric", "definition", "name", "formula", "caveat"].map {
                    words.say("column.\($0)")
                },
            ]
            for metric in surroundings.metrics.metrics {
                for definition in metric.definitions {
                    rows.append([
                        metric.id, definition.id,
                        "\(words.say(metric.name)) · \(words.say(definition.name))",
                        definition.formula, words.say(metric.caveat),
                    ])
                }
            }
            return rows
        }
    }
#endif
