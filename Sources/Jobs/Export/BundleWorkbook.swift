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
        private let figures: BundleFigures
        private let names: SeriesName

        init(
            _ surroundings: Surroundings,
            _ contents: BundleContents,
            _ figures: BundleFigures
        ) {
            self.surroundings = surroundings
            self.contents = contents
            self.figures = figures
            names = SeriesName(surroundings)
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
            for row in aboutRows {
                workbook.append(
                    row.map(WorkbookCell.text),
                    to: &about,
                    isHeading: row.count > 1 && row[0] == words.say("column.metric")
                )
            }
            let charted = try writeTrends(workbook)
            if let (sheet, lines) = charted, !lines.isEmpty, !contents.years.isEmpty {
                let first = 3
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
            try write(Tables.findings([]), to: workbook) { take in
                try warehouse.each(.findings) { row in
                    if row["verdict"].text == "fail" { take(Tables.findings([row]).rows) }
                }
            }
            let coverage = Tables.coverage(try contents.coverage(in: warehouse))
            try write(coverage, to: workbook) { $0(coverage.rows) }
            let reports = ExportTable(name: "reports", columns: Tables.reportColumns)
            try write(reports, to: workbook) { take in
                try warehouse.each(.reports) { take(Tables.fields([$0], reports.columns)) }
            }
            try workbook.close()
            try bundle.adopt(Self.path)
        }

        /// The metrics as a whole and by province, a year a column; gives the sheet of the first and the lines that
        /// are worth a chart.
        private func writeTrends(
            _ workbook: Workbook
        ) throws -> (Workbook.Sheet, [Workbook.Line])? {
            var charted: (Workbook.Sheet, [Workbook.Line])?
            for breakdown in [Trend.Breakdown.whole, .reason, .applicant, .province] {
                let heads =
                    ["metric", "definition"]
                    + (breakdown == .whole ? [] : [breakdown.rawValue]) + ["code"]
                var sheet = try workbook.addSheet(
                    words.say("sheet.\(breakdown.rawValue)"),
                    headings: heads.map { words.say("column.\($0)") }
                        + contents.years.map { String($0) }
                )
                var lines: [Workbook.Line] = []
                for metric in surroundings.metrics.metrics {
                    let observations = figures.by(breakdown)
                        .filter { $0.metric == metric.id }
                    for series in Self.series(in: observations) {
                        let head = series[0]
                        let definition = metric.definition(head.definition)
                        let variant = definition.map { words.say($0.name) } ?? head.definition
                        if breakdown == .whole,
                            Self.charted.contains([metric.id, head.definition])
                        {
                            lines.append(Workbook.Line(name: variant, row: sheet.rows))
                        }
                        let member =
                            breakdown == .whole
                            ? []
                            : [names.text(breakdown.rawValue, head.series, head.group)]
                        let texts =
                            [words.say(metric.name), variant] + member
                            + ["\(metric.id).\(head.definition)"]
                        workbook.append(
                            texts.map(WorkbookCell.text) + years(of: series),
                            to: &sheet
                        )
                    }
                }
                workbook.finish(sheet)
                if breakdown == .whole { charted = (sheet, lines) }
            }
            return charted
        }

        /// The observations of each series, which stand one behind the other.
        private static func series(in observations: [Observation]) -> [[Observation]] {
            var series: [[Observation]] = []
            for observation in observations {
                if let last = series.last?.last, last.definition == observation.definition,
                    last.series == observation.series, last.group == observation.group
                {
                    series[series.count - 1].append(observation)
                } else {
                    series.append([observation])
                }
            }
            return series
        }

        /// A series' figures, a cell a year.
        private func years(of series: [Observation]) -> [WorkbookCell] {
            contents.years.map { year in
                guard let observation = series.first(where: { $0.year == year }) else {
                    return .blank
                }
                return WorkbookCell(
                    TrendTables.value(of: observation),
                    observation.isShare ? .share : .decimal
                )
            }
        }

        private static let charted = [
            ["disclosure", "disclosure_rate"], ["refusal", "narrow"], ["refusal", "wide"],
        ]

        /// A table as a sheet; one that is too long ends with the last row there is room for, and says so on the way.
        private func write(
            _ table: ExportTable,
            to workbook: Workbook,
            rows produce: (_ take: ([[CSVEncoder.Field]]) -> Void) throws -> Void
        ) throws {
            var sheet = try workbook.addSheet(
                words.say("sheet.\(table.name)"),
                headings: table.columns.map { $0.title(in: words) }
            )
            var room = Workbook.mostRows - 2
            try produce { rows in
                for row in rows {
                    room -= 1
                    guard room >= 0 else { continue }
                    workbook.append(zip(row, table.columns).map(Self.cell), to: &sheet)
                }
            }
            if room < 0 {
                let left = String(-room)
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
                        String(contents.reportCount),
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
