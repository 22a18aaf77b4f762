import Exporting
import FormCatalog
import Measuring
import ReportModel
import Warehouse

/// A body: its figures over the years, its reports, and the cells behind its figures.
struct BodyPage {
    let page: Page

    /// A report of the body's, with its cells among ``codes``.
    struct OwnReport {
        var row: SQLRow
        var cells: [StoredCell]
    }

    /// The cells that are shown.
    static let codes: Set<CellCode> = Set(
        [.newReceived, .carriedIn, .granted, .partial].map { .request($0, .total) }
            + RequestRow.refusals.map { .request($0, .total) }
            + [.outcomeTotal, .carriedOut].map { .request($0, .total) }
            + [.dispute(.review, .corrected), .dispute(.review, .total)]
            + [.statistic(.received), .statistic(.answered), .statistic(.answeredRefused)]
    )

    init(
        _ body: Agency,
        _ own: [OwnReport],
        _ figures: [Observation],
        _ site: Site,
        _ surroundings: Surroundings
    ) {
        let words = site.words
        let province = body.region.map { String($0.prefix(2)) + "0000" } ?? "~"
        let sections = [
            Self.figures(figures, words), Self.reports(own.map(\.row), words),
            Self.cells(own, words, surroundings),
        ]
        let head: HTMLNode = .tag(
            "p",
            [("class", "quiet")],
            .both(words.member("level", body.level.rawValue)),
            .text(" · "),
            .both(words.member("sector", body.sector ?? "none")),
            .text(" · "),
            .tag("code", [], .text(body.id))
        )
        page = site.page(
            Wording(body.name, body.name),
            trail: [(words.say("page.province"), "../" + Site.path(ofProvince: province))],
            [head] + sections.flatMap(\.self)
        )
    }

    private static func figures(_ observations: [Observation], _ words: PageWords) -> [HTMLNode] {
        let years = Set(observations.map(\.year)).sorted()
        let columns =
            [PageTable.Column(words.column("year"), isNumeric: true)]
            + BundleFigures.ofBodies.map {
                PageTable.Column(words.say("short.\($0.0).\($0.1)"), isNumeric: true)
            }
        let rows = years.map { year in
            [PageTable.Cell(year)]
                + BundleFigures.ofBodies.map { metric, variant in
                    ProvinceFigures.cell(
                        observations.first {
                            $0.metric == metric && $0.definition == variant && $0.year == year
                        }
                    )
                }
        }
        return [
            .tag("h2", [], .both(words.say("page.figures"))),
            PageTable(id: "figures", columns: columns, rows: rows).node,
            .tag("p", [("class", "quiet")], .both(words.say("page.small"))),
        ]
    }

    private static func reports(_ rows: [SQLRow], _ words: PageWords) -> [HTMLNode] {
        let keys = [
            "year", "title", "published", "edition", "scope", "failed_findings", "file", "sha256",
        ]
        let numeric: Set = ["year", "failed_findings"]
        let columns = keys.map {
            PageTable.Column(words.column($0), isNumeric: numeric.contains($0))
        }
        let lines = rows.map { row in
            keys.map { key -> PageTable.Cell in
                let text = row[key == "file" ? "path" : key].text ?? ""
                if key == "sha256" { return PageTable.Cell(.tag("code", [], .text(text))) }
                return numeric.contains(key)
                    ? PageTable.Cell(row[key].integer) : PageTable.Cell(text)
            }
        }
        return [
            .tag("h2", [], .both(words.say("page.reports"))),
            PageTable(id: "reports", columns: columns, rows: lines).node,
        ]
    }

    private static func cells(
        _ reports: [OwnReport],
        _ words: PageWords,
        _ surroundings: Surroundings
    ) -> [HTMLNode] {
        let columns = [
            PageTable.Column(words.column("year"), isNumeric: true),
            PageTable.Column(words.column("code")), PageTable.Column(words.column("row_label")),
            PageTable.Column(words.column("printed"), isNumeric: true),
            PageTable.Column(words.column("state")), PageTable.Column(words.column("file")),
            PageTable.Column(words.column("page"), isNumeric: true),
            PageTable.Column(words.column("table"), isNumeric: true),
            PageTable.Column(words.column("line"), isNumeric: true),
        ]
        let rows = reports.flatMap { report -> [[PageTable.Cell]] in
            report.cells.map { cell in
                let labels = surroundings.official.labels(of: cell.code)
                return [
                    PageTable.Cell(report.row["year"].integer),
                    PageTable.Cell(.tag("code", [], .text(cell.code.name))),
                    PageTable.Cell(
                        [labels.row, labels.column].filter { !$0.isEmpty }.joined(separator: "｜")
                    ),
                    PageTable.Cell(cell.printed),
                    PageTable.Cell(
                        .text(cell.state),
                        isDoubtful: !["number", "zero"].contains(cell.state)
                    ), PageTable.Cell(report.row["path"].text ?? ""), PageTable.Cell(cell.page),
                    PageTable.Cell(cell.table), PageTable.Cell(cell.line),
                ]
            }
        }
        return [
            .tag("h2", [], .both(words.say("page.cells"))),
            PageTable(id: "cells", columns: columns, rows: rows, filter: words.say("page.filter"))
                .node,
        ]
    }
}
