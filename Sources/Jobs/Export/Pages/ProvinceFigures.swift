import Exporting
import Measuring
import ReportModel
import Warehouse

/// The figures of each province, over the years.
struct ProvinceFigures {
    /// A province with its figures.
    struct Province {
        var code: String
        var name: Wording
        var observations: [Observation] = []
        var bodies: [Agency] = []
    }

    /// What is told of each province.
    static let shown = [
        ("demand", "received"), ("disclosure", "disclosure_rate"), ("refusal", "narrow"),
        ("refusal", "wide"),
    ]

    /// The provinces by code; bodies that nobody places behind them.
    let all: [Province]
    private let years: [Int]

    init(
        _ contents: BundleContents,
        _ figures: BundleFigures,
        _ warehouse: borrowing Warehouse
    ) throws(WarehouseError) {
        years = contents.years
        var provinces: [String: Province] = [:]
        var codes: [String: String] = [:]
        let regions = try warehouse.regionNames()
        for region in regions where region.code.hasSuffix("0000") {
            codes[region.name] = region.code
        }
        let names = Dictionary(
            regions.map { ($0.code, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        let unknown = try? PageWords().say("province.unplaced")
        for body in contents.bodies.values.sorted(by: { $0.id < $1.id }) {
            let code = body.region.map { String($0.prefix(2)) + "0000" } ?? "~"
            let name = names[code].map { Wording($0, $0) } ?? unknown ?? Wording(code, code)
            provinces[code, default: Province(code: code, name: name)].bodies.append(body)
        }
        let figures = figures.by(.province)
        for (metric, variant) in Self.shown {
            for figure in figures where figure.metric == metric && figure.definition == variant {
                let code = codes[figure.group] ?? "~"
                provinces[code]?.observations.append(figure)
            }
        }
        all = provinces.values.sorted { $0.code < $1.code }
    }

    /// The last year's figures of all provinces.
    func table(_ site: Site) -> HTMLNode {
        let words = site.words
        let last = years.last ?? 0
        let columns =
            [
                PageTable.Column(words.column("province")),
                PageTable.Column(words.column("bodies"), isNumeric: true),
            ]
            + Self.shown.map {
                PageTable.Column(words.say("short.\($0.0).\($0.1)"), isNumeric: true)
            }
            + [PageTable.Column(words.column("reports"), isNumeric: true)]
        let rows = all.map { province -> [PageTable.Cell] in
            let figures = Self.shown.map { metric, variant in
                province.observations.first {
                    $0.metric == metric && $0.definition == variant && $0.year == last
                }
            }
            let name = HTMLNode.link(Site.path(ofProvince: province.code), .both(province.name))
            return [
                PageTable.Cell(name, sortedBy: province.code),
                PageTable.Cell(province.bodies.count),
            ] + figures.map(Self.cell) + [PageTable.Cell(figures.first??.reports)]
        }
        return .group([
            .tag("p", [("class", "quiet")], .both(words.say("page.year", String(last)))),
            PageTable(
                id: "provinces",
                columns: columns,
                rows: rows,
                filter: words.say("page.filter")
            )
            .node,
        ])
    }

    /// A figure of a table; one that rests on few cases is marked.
    static func cell(_ observation: Observation?) -> PageTable.Cell {
        guard let observation, observation.status == .ok else {
            return PageTable.Cell(.text("–"), sortedBy: "")
        }
        let key = observation.isCount ? observation.numerator : observation.millionths
        return PageTable.Cell(
            .text(FigureText.value(of: observation)),
            sortedBy: key.map { String($0) } ?? "",
            isDoubtful: observation.isSmall
        )
    }
}
