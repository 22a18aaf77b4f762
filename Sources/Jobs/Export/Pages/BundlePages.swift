import Exporting
import Measuring
import Phrasebook
import ReportModel
import Warehouse

/// The pages of the bundle: an overview, a page a province and a body, and for each figure of the overview a page
/// with what stands behind it.
struct BundlePages {
    private let surroundings: Surroundings
    private let contents: BundleContents
    private let figures: BundleFigures
    private let site: Site

    init(
        _ surroundings: Surroundings,
        _ contents: BundleContents,
        _ figures: BundleFigures
    ) throws(PhrasebookError) {
        self.surroundings = surroundings
        self.contents = contents
        self.figures = figures
        site = Site(words: try PageWords(), day: contents.day)
    }

    /// Writes all of them.
    func write(to bundle: inout BundleWriter, from warehouse: borrowing Warehouse) throws {
        let language = surroundings.phrasebook.language
        let provinces = try ProvinceFigures(contents, figures, warehouse)
        let overview = OverviewPage(surroundings, contents, figures, site, provinces)
        try bundle.add("index.html", overview.page, in: language)
        for figure in overview.figures {
            for observation in figure.observations {
                let page = try FigurePage(figure, observation, site, contents, warehouse).page
                try bundle.add(
                    Site.path(of: figure.definition, figure.metric, observation.year),
                    page,
                    in: language
                )
            }
        }
        for province in provinces.all {
            let page = ProvincePage(province, contents, site, surroundings).page
            try bundle.add(Site.path(ofProvince: province.code), page, in: language)
        }
        for body in contents.bodies.values.sorted(by: { $0.id < $1.id }) {
            let reports = try warehouse.reports(ofBody: body.id)
            var cells = [[StoredCell]](repeating: [], count: reports.count)
            try warehouse.eachReportsCells(
                reports.map { $0["report_id"] },
                among: BodyPage.codes
            ) { cells[$0] = $1 }
            let own = zip(reports, cells).map { BodyPage.OwnReport(row: $0, cells: $1) }
            let page = BodyPage(body, own, figures.of(body.name), site, surroundings).page
            try bundle.add(Site.path(ofBody: body.id), page, in: language)
        }
    }
}

/// What all pages share: where they lie, and what stands above and below them.
struct Site {
    let words: PageWords
    let day: CivilDate?

    static func path(ofProvince code: String) -> String {
        "provinces/\(code == "~" ? "unplaced" : code).html"
    }

    static func path(ofBody id: String) -> String { "bodies/\(fileName(id)).html" }

    static func path(of definition: Metric.Definition, _ metric: Metric, _ year: Int) -> String {
        "figures/\(metric.id).\(definition.id).\(year).html"
    }

    /// A name for a file: an id's letters and digits as they are, anything else as its number.
    private static func fileName(_ id: String) -> String {
        id.unicodeScalars.map { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_": String(scalar)
            default: "u" + String(scalar.value, radix: 16)
            }
        }.joined()
    }

    var footer: Wording { words.say("page.footer", day?.description ?? "") }
    var home: Wording { words.say("page.home") }

    /// A page below the overview, in a folder of its own.
    func page(_ title: Wording, trail: [(Wording, String)] = [], _ content: [HTMLNode]) -> Page {
        Page(title, trail: [(home, "../index.html")] + trail, footer: footer, content)
    }
}
