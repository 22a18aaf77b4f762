import Exporting
import Measuring
import ReportModel

/// The first page: the headline figures of the last year, their course, and the provinces.
struct OverviewPage {
    /// A figure of the first page over the years.
    struct HeadlineFigure {
        let metric: Metric
        let definition: Metric.Definition
        let observations: [Observation]
    }

    private let surroundings: Surroundings
    private let contents: BundleContents
    private let site: Site
    private let provinces: ProvinceFigures
    /// The figures that the page shows, each with a page of its own a year.
    let figures: [HeadlineFigure]

    /// What the first page shows: metric and variant.
    private static let headlines = [
        ("demand", "received"), ("disclosure", "disclosure_rate"), ("refusal", "narrow"),
        ("refusal", "wide"), ("carry_over", "carry_over_rate"), ("review", "correction_rate"),
    ]

    init(
        _ surroundings: Surroundings,
        _ contents: BundleContents,
        _ all: BundleFigures,
        _ site: Site,
        _ provinces: ProvinceFigures
    ) {
        self.surroundings = surroundings
        self.contents = contents
        self.site = site
        self.provinces = provinces
        figures = Self.headlines.compactMap { id, variant in
            guard let metric = surroundings.metrics[id],
                let definition = metric.definition(variant)
            else { return nil }
            let observations = all.headlines.filter {
                $0.metric == id && $0.definition == variant && $0.status == .ok
            }
            guard !observations.isEmpty else { return nil }
            return HeadlineFigure(
                metric: metric,
                definition: definition,
                observations: observations
            )
        }
    }

    var page: Page {
        let words = site.words
        let summary = words.say(
            "page.summary",
            String(contents.reportCount),
            String(contents.bodies.count),
            contents.years.first.map { String($0) } ?? "",
            contents.years.last.map { String($0) } ?? ""
        )
        let files = [
            "report.xlsx", "trends.csv", "reports.csv", "findings.csv", "data_dictionary.csv",
        ]
        let content: [HTMLNode] =
            [
                .tag("p", [], .both(summary)),
                .element("ul", [("class", "cards")], figures.compactMap(card)),
                .tag("p", [("class", "quiet")], .both(words.say("page.cards"))),
                .tag("h2", [], .both(words.say("page.course"))),
                .element("div", [("class", "charts")], charts),
                .tag("h2", [], .both(words.say("page.provinces"))), provinces.table(site),
                .tag("h2", [], .both(words.say("page.files"))),
                .element(
                    "ul",
                    [],
                    files.map { .tag("li", [], .link($0, .text($0))) }
                ),
                .tag("p", [("class", "quiet")], .both(words.say("page.files.more"))),
            ]
        return Page(words.say("package.title"), trail: [], footer: site.footer, content)
    }

    /// The last year's figure, its change and what it is.
    private func card(of figure: HeadlineFigure) -> HTMLNode? {
        guard let last = figure.observations.last else { return nil }
        let path = Site.path(of: figure.definition, figure.metric, last.year)
        let change = FigureText.change(of: last)
        let reports = site.words.say("page.reports.of", String(last.reports))
        let before = figure.observations.dropLast().last.map {
            site.words.say("page.reports.before", String($0.reports))
        }
        return .tag(
            "li",
            [],
            .link(
                path,
                .tag(
                    "small",
                    [],
                    .both(site.words.say("short.\(figure.metric.id).\(figure.definition.id)"))
                ),
                .tag("strong", [], .text(FigureText.value(of: last))),
                .tag("small", [], .text("\(last.year)" + (change.isEmpty ? "" : " · \(change)"))),
                .tag(
                    "small",
                    [],
                    .both(reports),
                    before.map { .both($0) } ?? .text("")
                )
            )
        )
    }

    /// A drawing for each metric of the cards, with links to what stands behind each year's figure below.
    private var charts: [HTMLNode] {
        var ids: [String] = []
        for figure in figures where !ids.contains(figure.metric.id) { ids.append(figure.metric.id) }
        return ids.compactMap { id in
            guard let metric = surroundings.metrics[id] else { return nil }
            let shown = figures.filter { $0.metric.id == id }
            let observations = shown.flatMap(\.observations)
            let drawing = PageCharts(surroundings).drawing(
                metric,
                observations,
                shown.map(\.definition)
            )
            let links = shown.flatMap { figure in
                figure.observations.map { observation -> HTMLNode in
                    .group([
                        .link(
                            Site.path(of: figure.definition, metric, observation.year),
                            .text(
                                "\(figure.definition.id) \(observation.year): "
                                    + FigureText.value(of: observation)
                            )
                        ), .text(" "),
                    ])
                }
            }
            return .tag("figure", [], drawing, .element("figcaption", [], links))
        }
    }
}
