#if Office
    import CLibXLSXWriter
    public import ReportModel

    /// An Excel workbook that is being written, row by row. The only owner of libxlsxwriter's handle.
    ///
    /// Rows go to disk as they come, so that large sheets need no room; rows must come in order.
    public final class Workbook {
        /// A sheet of a workbook.
        public struct Sheet {
            fileprivate let handle: UnsafeMutablePointer<lxw_worksheet>
            fileprivate let name: String
            fileprivate var widths: [Int]
            /// The next row.
            public fileprivate(set) var rows: UInt32 = 0
        }

        /// A spreadsheet holds so many rows, and no more.
        public static let mostRows = 1_048_576

        private let path: String
        private var handle: UnsafeMutablePointer<lxw_workbook>?
        private let heading: UnsafeMutablePointer<lxw_format>?
        private let percent: UnsafeMutablePointer<lxw_format>?
        private let date: UnsafeMutablePointer<lxw_format>?

        /// Begins a workbook.
        ///
        /// - Parameters:
        ///   - path: the file.
        ///   - title: what its properties call it.
        ///   - day: the day that its properties say it was made; the same figures are the same bytes on every day.
        /// - Throws: ``ExportError`` when it can't be begun.
        public init(_ path: String, title: String, day: CivilDate?) throws(ExportError) {
            self.path = path
            var options = lxw_workbook_options()
            options.constant_memory = 1
            options.use_zip64 = 1
            guard let handle = workbook_new_opt(path, &options) else {
                throw ExportError(path: path, reason: "libxlsxwriter")
            }
            self.handle = handle
            heading = workbook_add_format(handle)
            format_set_bold(heading)
            format_set_bg_color(heading, 0xE8EEF4)
            format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_text_wrap(heading)
            percent = workbook_add_format(handle)
            format_set_num_format(percent, "0.00%")
            date = workbook_add_format(handle)
            format_set_num_format(date, "yyyy-mm-dd")
            title.withCString { title in
                var properties = lxw_doc_properties()
                properties.title = UnsafeMutablePointer(mutating: title)
                // The first second of the day; 1980 where no day is known, the earliest that an archive can say.
                properties.created = (day?.daysSinceEpoch ?? 3652) * 86_400
                workbook_set_properties(handle, &properties)
            }
        }

        deinit {
            if let handle { lxw_workbook_free(handle) }
        }

        /// Adds a sheet with a frozen row of headings that filter what is below.
        ///
        /// - Parameters:
        ///   - name: at most 31 characters, none of `[]:*?/\`.
        ///   - headings: the columns; none for a sheet of words.
        /// - Returns: the sheet, whose next row is the one below the headings.
        /// - Throws: ``ExportError`` when the name can't be used.
        public func addSheet(_ name: String, headings: [String]) throws(ExportError) -> Sheet {
            guard let handle, let sheet = workbook_add_worksheet(handle, name) else {
                throw ExportError(path: path, reason: name)
            }
            worksheet_set_landscape(sheet)
            worksheet_set_paper(sheet, 9)
            worksheet_fit_to_pages(sheet, 1, 0)
            var made = Sheet(handle: sheet, name: name, widths: headings.map { _ in 6 })
            guard !headings.isEmpty else { return made }
            for (column, text) in headings.enumerated() {
                worksheet_write_string(sheet, 0, UInt16(column), text, heading)
                made.widths[column] = min(24, DisplayWidth.of(text) + 4)
            }
            made.rows = 1
            worksheet_freeze_panes(sheet, 1, 0)
            worksheet_repeat_rows(sheet, 0, 0)
            return made
        }

        /// Adds a row; one that the sheet has no room for is not written, and told by `false`.
        @discardableResult
        public func append(
            _ cells: [WorkbookCell],
            to sheet: inout Sheet,
            isHeading: Bool = false
        ) -> Bool {
            guard sheet.rows < Self.mostRows else { return false }
            let row = sheet.rows
            for (index, cell) in cells.enumerated() {
                let column = UInt16(index)
                switch cell {
                case .blank: continue
                case .text(let text):
                    worksheet_write_string(
                        sheet.handle,
                        row,
                        column,
                        Self.fitting(text),
                        isHeading ? heading : nil
                    )
                case .number(let value):
                    worksheet_write_number(sheet.handle, row, column, value, nil)
                case .percent(let value):
                    worksheet_write_number(sheet.handle, row, column, value, percent)
                case .date(let day):
                    // Days since the end of 1899, as spreadsheets count them.
                    let serial = Double(day.daysSinceEpoch + 25_569)
                    worksheet_write_number(sheet.handle, row, column, serial, date)
                }
                if index < sheet.widths.count {
                    sheet.widths[index] = max(sheet.widths[index], min(48, cell.width + 2))
                } else {
                    sheet.widths.append(min(48, cell.width + 2))
                }
            }
            sheet.rows += 1
            return true
        }

        /// Ends a sheet: its columns get their widths.
        public func finish(_ sheet: Sheet, filters: Bool = true) {
            for (column, width) in sheet.widths.enumerated() {
                worksheet_set_column(
                    sheet.handle,
                    UInt16(column),
                    UInt16(column),
                    Double(max(8, width)),
                    nil
                )
            }
            guard filters, sheet.rows > 1, !sheet.widths.isEmpty else { return }
            worksheet_autofilter(sheet.handle, 0, 0, sheet.rows - 1, UInt16(sheet.widths.count - 1))
        }

        /// A line of a chart: a row of a sheet.
        public struct Line {
            /// What the legend calls it.
            public var name: String
            /// The row, counted from the top of the sheet.
            public var row: UInt32

            /// A line.
            public init(name: String, row: UInt32) {
                self.name = name
                self.row = row
            }
        }

        /// Draws a line chart of some rows of a sheet into another one.
        ///
        /// - Parameters:
        ///   - lines: the rows.
        ///   - columns: the columns with the figures; the first row holds their years.
        ///   - source: the sheet with the figures.
        ///   - sheet: the sheet to draw in.
        ///   - row: where the chart begins.
        ///   - title: what it shows.
        public func addChart(
            of lines: [Line],
            columns: ClosedRange<Int>,
            of source: Sheet,
            into sheet: Sheet,
            row: UInt32,
            title: String
        ) {
            guard let handle, let chart = workbook_add_chart(handle, UInt8(LXW_CHART_LINE.rawValue))
            else { return }
            let first = UInt16(columns.lowerBound)
            let last = UInt16(columns.upperBound)
            for line in lines {
                guard let series = chart_add_series(chart, nil, nil) else { continue }
                chart_series_set_name(series, line.name)
                chart_series_set_categories(series, source.name, 0, first, 0, last)
                chart_series_set_values(series, source.name, line.row, first, line.row, last)
                chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
            }
            chart_title_set_name(chart, title)
            chart_axis_set_num_format(chart.pointee.y_axis, "0%")
            chart_axis_set_min(chart.pointee.y_axis, 0)
            chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
            var options = lxw_chart_options()
            options.x_scale = 1.6
            options.y_scale = 1.3
            worksheet_insert_chart_opt(sheet.handle, row, 0, chart, &options)
        }

        /// Writes the file.
        ///
        /// - Throws: ``ExportError`` when it can't be written.
        public func close() throws(ExportError) {
            guard let handle else { return }
            self.handle = nil
            let code = workbook_close(handle)
            guard code == LXW_NO_ERROR else {
                throw ExportError(path: path, reason: String(cString: lxw_strerror(code)))
            }
        }

        /// A cell holds 32,767 characters; a longer text ends with a mark that says so.
        private static func fitting(_ text: String) -> String {
            text.utf16.count <= 32_000 ? text : String(text.prefix(16_000)) + " […]"
        }
    }
#endif
