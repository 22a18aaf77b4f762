import Exporting
import Measuring
import ReportModel
import Warehouse

/// A province: the course of its figures, and its bodies.
struct ProvincePage {
    let page: Page

    init(
        _ province: ProvinceFigures.Province,
        _ contents: BundleContents,
        _ site: Site,
        _ surroundings: Surroundings
    ) {
        let words = site.words
        let charts = ["disclosure", "refusal"].compactMap { id -> HTMLNode? in
            guard let metric = surroundings.metrics[id] else { return nil }
            let own = province.observations.filter { $0.metric == id }
            let definitions = metric.definitions.filter { definition in
                own.contains { $0.definition == definition.id && $0.status == .ok }
            }
            guard !definitions.isEmpty else { return nil }
            // Of one province the lines are the variants.
            let lines = own.map { observation in
                var observation = observation
                observation.group = ""
                return observation
            }
            return .tag("figure", [], PageCharts(surroundings).drawing(metric, lines, definitions))
        }
        let columns = [
            PageTable.Column(words.column("agency")), PageTable.Column(words.column("level")),
            PageTable.Column(words.column("sector")),
            PageTable.Column(words.column("reports"), isNumeric: true),
            PageTable.Column(words.column("failed_findings"), isNumeric: true),
        ]
        let rows = province.bodies.map { body -> [PageTable.Cell] in
            let tally = contents.tallies[body.id]
            return [
                PageTable.Cell(
                    .link("../" + Site.path(ofBody: body.id), .text(body.name)),
                    sortedBy: body.name
                ), PageTable.Cell(.both(words.member("level", body.level.rawValue))),
                PageTable.Cell(.both(words.member("sector", body.sector ?? "none"))),
                PageTable.Cell(tally?.reports ?? 0),
                PageTable.Cell(tally?.failed ?? 0),
            ]
        }
        page = site.page(
            province.name,
            [.element("div", [("class", "charts")], charts)] + [
                .tag("h2", [], .both(words.say("page.bodies"))),
                PageTable(
                    id: "bodies",
                    columns: columns,
                    rows: rows,
                    filter: words.say("page.filter")
                )
                .node,
            ]
        )
    }
}
