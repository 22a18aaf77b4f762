import CSVCodec
import Exporting
import FormCatalog
import Measuring
import Phrasebook
import ReportModel
import Warehouse

/// Follows a cell or a published figure back: formula, reports, cells, file, line and raw text.
public struct ExplainJob: Sendable {
    private let surroundings: Surroundings
    private let subject: String
    private let reports: ReportFilter

    /// A job on a cell's code, or on a metric, one of its variants, or a member of a variant's series (`refusal`,
    /// `refusal.wide`, `refusal.narrow.refused_third_party`).
    public init(_ surroundings: Surroundings, subject: String, reports: ReportFilter) {
        self.surroundings = surroundings
        self.subject = subject
        self.reports = reports
    }

    /// The way back, in the form asked for.
    ///
    /// - Throws: ``JobError`` when there is no such cell or metric, or no report fits.
    public func answer(_ format: ResultFormat) throws(JobError) -> [UInt8] {
        let warehouse = try surroundings.openForReading()
        let filter = try reports.resolved(in: warehouse)
        if CellCode.all.contains(where: { $0.name == subject }) {
            let cells = try cells([subject], filter, warehouse)
            guard !cells.rows.isEmpty else { throw .noMatch }
            return ExportTable.printed([cells], format, surroundings.phrasebook)
        }
        let parts = subject.split(separator: ".", omittingEmptySubsequences: false)
            .map(String.init)
        guard parts.count <= 3, let metric = surroundings.metrics[parts[0]] else {
            throw .usage(
                "error.nothing_to_explain",
                [subject, surroundings.metrics.metrics.map(\.id).joined(separator: ", ")]
            )
        }
        let definition =
            parts.count > 1 ? try metric.variant(parts[1]) : metric.definitions[0]
        let member = parts.count > 2 ? parts[2] : ""
        let members = definition.series?.members ?? []
        guard member.isEmpty ? definition.hasWhole : members.contains(member) else {
            throw .usage(
                "error.no_such_member",
                ["\(metric.id).\(definition.id)", members.joined(separator: ", ")]
            )
        }
        let shares: ExportTable
        do throws(WarehouseError) {
            shares = table(
                of: try Trend(metric: metric, filter: filter)
                    .contributions(to: definition, series: member, in: warehouse)
            )
        } catch {
            throw surroundings.failure(of: metric, error)
        }
        guard !shares.rows.isEmpty else { throw .noMatch }
        let formula = formula(of: metric, definition)
        let above = definition.series?.numerator(of: member) ?? definition.numerator
        var tables = [formula, shares]
        // Of one body's figure all cells are told; of many bodies' the reports are, each to be asked for.
        if filter.agency != nil {
            tables.append(
                try cells(
                    Self.codes(in: above + " " + definition.denominator),
                    filter,
                    warehouse
                )
            )
        }
        return ExportTable.printed(tables, format, surroundings.phrasebook)
    }

    private func formula(of metric: Metric, _ definition: Metric.Definition) -> ExportTable {
        let words = surroundings.phrasebook
        return ExportTable(
            name: "formula",
            columns: ["metric", "definition", "name", "numerator", "denominator"].map { .init($0) },
            rows: [
                [
                    .text(metric.id), .text(definition.id),
                    .text(words.say(definition.name)),
                    .text(definition.numerator), .text(definition.denominator),
                ]
            ]
        )
    }

    private func table(of contributions: [Contribution]) -> ExportTable {
        ExportTable(
            name: "reports",
            columns: [
                .init("agency"), .init("year", .year), .init("numerator", .integer),
                .init("denominator", .integer), .init("counted"),
            ],
            rows: contributions.map { contribution in
                let isWhole = contribution.numerator != nil && contribution.denominator != nil
                let state =
                    !isWhole
                    ? "cells_missing" : contribution.isCovered ? "counted_above" : "counted"
                return [
                    .text(contribution.agency), .init(contribution.year),
                    .init(contribution.numerator), .init(contribution.denominator),
                    .text(surroundings.phrasebook.say("counted.\(state)")),
                ]
            }
        )
    }

    /// The codes that a formula names; `*` stands for any letters.
    static func codes(in formula: String) -> [String] {
        let named = formula.split { !($0.isLetter || $0.isNumber || "._*".contains($0)) }
            .map(String.init).filter { $0.contains(".") }
        return CellCode.all.map(\.name).filter { code in
            named.contains { pattern in
                let ends = pattern.split(separator: "*", omittingEmptySubsequences: false)
                return ends.count == 2
                    ? code.hasPrefix(ends[0]) && code.hasSuffix(ends[1]) : code == pattern
            }
        }
    }

    private func cells(
        _ codes: [String],
        _ filter: Warehouse.Filter,
        _ warehouse: borrowing Warehouse
    ) throws(JobError) -> ExportTable {
        var table = ExportTable(
            name: "cells",
            columns: [
                .init("agency"), .init("year", .year), .init("code"), .init("row_label"),
                .init("column_label"), .init("state"), .init("value", .decimal), .init("printed"),
                .init("file"), .init("page", .integer), .init("table", .integer),
                .init("row", .integer), .init("column", .integer), .init("line", .integer),
                .init("raw_line"), .init("sha256"),
            ],
            rows: []
        )
        do throws(WarehouseError) {
            for report in try warehouse.reports(filter) {
                let source = SourceLines(report["path"].text, sha256: report["sha256"].text)
                for cell in try warehouse.cells(ofReport: report["report_id"]) {
                    guard let code = cell["code"].text, codes.contains(code),
                        let known = CellCode.all.first(where: { $0.name == code })
                    else { continue }
                    let labels = surroundings.official.labels(of: known)
                    let head: [CSVEncoder.Field] = [
                        .init(report["agency"].text), .init(report["year"].integer), .text(code),
                        .text(labels.row), .text(labels.column), .init(cell["state"].text),
                        cell["value"].text.map { .number($0) } ?? .missing,
                        .init(cell["printed"].text), .init(report["path"].text),
                    ]
                    let places = ["page", "table_number", "row_number", "column_number", "line"]
                    table.rows.append(
                        head + places.map { .init(cell[$0].integer) }
                            + [
                                .init(source.line(cell["line"].integer)),
                                .init(report["sha256"].text),
                            ]
                    )
                }
            }
        } catch {
            throw .warehouse(error)
        }
        return table
    }
}

/// The lines of the file that a report was read from, as long as it is still the same file.
private struct SourceLines {
    private let lines: [String]

    init(_ path: String?, sha256: String?) {
        guard let path, let bytes = try? InputFile(path: Array(path.utf8)).bytes(most: 1 << 28),
            ContentHash(of: bytes).description == sha256,
            let text = String(validating: bytes, as: UTF8.self)
        else {
            lines = []
            return
        }
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    }

    /// A line without white space at its ends; `nil` where the file is gone, has changed, or has no lines of text.
    func line(_ number: Int?) -> String? {
        guard let number, lines.indices.contains(number - 1) else { return nil }
        let line = lines[number - 1].drop { $0 == " " || $0 == "\t" }
        return line.count > Self.longest ? line.prefix(Self.longest) + "…" : String(line)
    }

    /// Some pages are one line; a cell of a table needs no more than this to be found.
    private static let longest = 400
}
