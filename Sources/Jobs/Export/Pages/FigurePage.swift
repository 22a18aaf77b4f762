import Exporting
import Measuring
import ReportModel
import Warehouse

/// What stands behind a figure of the first page: the formula, both halves, and each report's share of them.
struct FigurePage {
    let page: Page

    init(
        _ figure: OverviewPage.HeadlineFigure,
        _ observation: Observation,
        _ site: Site,
        _ contents: BundleContents,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        let words = site.words
        let ids = Dictionary(
            contents.bodies.values.map { ($0.name, $0.id) },
            uniquingKeysWith: { first, _ in first }
        )
        var trend = Trend(metric: figure.metric, definition: figure.definition)
        trend.filter.from = observation.year
        trend.filter.to = observation.year
        let contributions = try trend.contributions(to: figure.definition, in: warehouse)
        let isCount = figure.definition.unit == .count
        let columns =
            [
                PageTable.Column(words.column("agency")),
                PageTable.Column(words.column("numerator"), isNumeric: true),
            ] + (isCount ? [] : [PageTable.Column(words.column("denominator"), isNumeric: true)])
            + [PageTable.Column(words.column("counted"))]
        let rows = contributions.map { share -> [PageTable.Cell] in
            let state =
                share.numerator == nil || share.denominator == nil
                ? "cells_missing" : share.isCovered ? "counted_above" : "counted"
            let name: HTMLNode =
                ids[share.agency].map { .link("../" + Site.path(ofBody: $0), .text(share.agency)) }
                ?? .text(share.agency)
            return [PageTable.Cell(name, sortedBy: share.agency), PageTable.Cell(share.numerator)]
                + (isCount ? [] : [PageTable.Cell(share.denominator)])
                + [
                    PageTable.Cell(
                        .both(words.say("counted.\(state)")),
                        isDoubtful: state == "cells_missing"
                    )
                ]
        }
        let facts: [(Wording, HTMLNode)] = [
            (words.column("value"), .tag("strong", [], .text(FigureText.value(of: observation)))),
            (words.column("interval"), .text(FigureText.interval(of: observation))),
            (words.column("numerator"), .text(observation.numerator.map { String($0) } ?? "")),
            (words.column("denominator"), .text(observation.denominator.map { String($0) } ?? "")),
            (words.column("formula"), .tag("code", [], .text(figure.definition.formula))),
            (words.column("reports"), .text(String(observation.reports))),
            (words.column("left_out"), .text(String(observation.leftOut))),
            (words.column("covered"), .text(String(observation.covered))),
            (words.column("failed_findings"), .text(String(observation.failedFindings))),
            (words.say("metrics.question"), .both(figure.metric.question)),
            (words.say("metrics.caveat"), .both(figure.metric.caveat)),
            (words.say("metrics.source"), .both(figure.metric.source)),
        ]
        let title = Wording(
            "\(figure.metric.name.english) · \(figure.definition.name.english), \(observation.year)",
            "\(figure.metric.name.chinese) · \(figure.definition.name.chinese)，\(observation.year) 年"
        )
        let command =
            "analytics explain \(figure.metric.id).\(figure.definition.id) "
            + "--from \(observation.year) --to \(observation.year)"
        page = site.page(
            title,
            [
                .element(
                    "dl",
                    [],
                    facts.flatMap { [.tag("dt", [], .both($0.0)), .tag("dd", [], $0.1)] }
                ), .tag("p", [("class", "quiet")], .tag("code", [], .text(command))),
                PageTable(
                    id: "reports",
                    columns: columns,
                    rows: rows,
                    filter: words.say("page.filter")
                )
                .node,
            ]
        )
    }
}
