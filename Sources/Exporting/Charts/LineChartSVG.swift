import ReportModel

extension LineChart {
    /// The chart as an SVG document: for screen and print, with the figures as titles of the points.
    public var svg: String { LineChartDrawing(self).text }
}

/// Draws a chart: places in tenths of a pixel, so that the same figures are the same bytes everywhere.
private struct LineChartDrawing {
    private let chart: LineChart
    private let axis: AxisScale
    private let years: ClosedRange<Int>
    private let legend: [[Int]]
    /// The words above and below the plot, as lines that fit.
    private let titleLines: [String]
    private let subtitleLines: [String]
    private let noteLines: [String]

    private static let width = 720
    private static let plotHeight = 280
    private static let left = 64
    private static let right = 24
    /// Told apart with every kind of colour vision, and in grey by their marks. Source: M. Okabe, K. Ito, Color
    /// Universal Design (2008).
    private static let colours = [
        "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00", "#56B4E9", "#8A8A00",
    ]
    private static let fonts =
        "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',"
        + "'WenQuanYi Zen Hei','Noto Sans',sans-serif"

    init(_ chart: LineChart) {
        self.chart = chart
        years = chart.years ?? 0...0
        let points = chart.series.flatMap(\.points)
        let ends = points.flatMap { [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound] }
            .compactMap(\.self)
        axis = AxisScale(from: min(0, ends.min() ?? 0), to: max(1, ends.max() ?? 1))
        legend = Self.legendLines(chart.series.map(\.name))
        titleLines = WrappedText.lines(of: chart.title, width: 70)
        subtitleLines = WrappedText.lines(of: chart.subtitle, width: 100)
        noteLines = chart.notes.flatMap { WrappedText.lines(of: $0, width: 108) }
    }

    private var subtitleTop: Int { 26 + titleLines.count * 20 }
    private var legendTop: Int { subtitleTop + subtitleLines.count * 16 + 6 }
    private var top: Int { legendTop + 2 + legend.count * 20 }
    private var bottom: Int { top + Self.plotHeight }
    private var notesTop: Int { bottom + (chart.breaks.isEmpty ? 44 : 60) }
    private var height: Int { notesTop + noteLines.count * 16 + 4 }

    var text: String {
        let font = "font-family=\"\(Self.fonts)\" font-size=\"12\""
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" \
            width="\(Self.width)" height="\(height)" \(font) role="img" \
            aria-label="\(Markup.escaped(chart.title))">
            <rect width="100%" height="100%" fill="#ffffff"/>
            \((head + legendEntries + grid + yearLabels + breakLines + lines + notes).joined(separator: "\n"))
            </svg>

            """
    }

    // MARK: Places

    private func x(_ year: Int) -> Int {
        let span = max(1, years.upperBound - years.lowerBound)
        // A single year stands in the middle.
        let place = years.count == 1 ? 5 : (year - years.lowerBound) * 10
        let size =
            (Self.width - Self.left - Self.right - 40) * place / (years.count == 1 ? 1 : span)
        return (Self.left + 20) * 10 + size
    }

    private func y(_ value: Int) -> Int {
        let share = Double(value - axis.low) / Double(axis.high - axis.low)
        return bottom * 10 - Int((share * Double(Self.plotHeight * 10)).rounded())
    }

    private static func pixels(_ tenths: Int) -> String {
        tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
    }

    // MARK: Parts

    private func label(
        _ x: Int,
        _ y: Int,
        _ text: String,
        _ attributes: String = "",
        anchor: String = "start"
    ) -> String {
        "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\" \(attributes)>\(Markup.escaped(text))</text>"
    }

    private func written(_ value: Int) -> String {
        switch chart.unit {
        case .share: FigureText.percent(value)
        case .ratio: FigureText.decimals(Double(value) / 1_000_000, 3)
        case .count: String(value)
        }
    }

    private func tick(_ value: Int) -> String {
        guard chart.unit == .share else { return written(value) }
        let places = axis.step % 10_000 == 0 ? 0 : axis.step % 1000 == 0 ? 1 : 2
        return FigureText.decimals(Double(value) / 10_000, places) + "%"
    }

    private var grid: [String] {
        axis.ticks.flatMap { value -> [String] in
            let place = Self.pixels(y(value))
            let colour = value == 0 ? "#333333" : "#dddddd"
            return [
                "<line x1=\"\(Self.left)\" x2=\"\(Self.width - Self.right)\" y1=\"\(place)\" "
                    + "y2=\"\(place)\" stroke=\"\(colour)\"/>",
                label(
                    Self.left - 8,
                    y(value) / 10 + 4,
                    tick(value),
                    "fill=\"#333333\"",
                    anchor: "end"
                ),
            ]
        }
    }

    private var yearLabels: [String] {
        let step = (years.count + 11) / 12
        return years.filter { ($0 - years.lowerBound) % step == 0 }.map {
            label(x($0) / 10, bottom + 20, String($0), "fill=\"#333333\"", anchor: "middle")
        }
    }

    /// A dashed line between two years; a thicker one where nothing may be compared across it.
    private var breakLines: [String] {
        chart.breaks.filter { years.contains($0.year) && $0.year > years.lowerBound }
            .flatMap { mark -> [String] in
                let place = (x(mark.year - 1) + x(mark.year)) / 2
                let style =
                    mark.isComparable
                    ? "stroke=\"#999999\" stroke-dasharray=\"3 4\""
                    : "stroke=\"#555555\" stroke-width=\"2\" stroke-dasharray=\"6 3\""
                return [
                    "<line x1=\"\(Self.pixels(place))\" x2=\"\(Self.pixels(place))\" y1=\"\(top)\" "
                        + "y2=\"\(bottom + 26)\" \(style)/>",
                    label(
                        place / 10,
                        bottom + 38,
                        mark.label,
                        "fill=\"#555555\" font-size=\"11\"",
                        anchor: place > Self.width * 8 ? "end" : "middle"
                    ),
                ]
            }
    }

    private var lines: [String] {
        chart.series.enumerated().flatMap { number, series -> [String] in
            let colour = Self.colours[number % Self.colours.count]
            let intervals = series.points.compactMap { point -> String? in
                guard let interval = point.interval else { return nil }
                let place = Self.pixels(x(point.year) + (number - chart.series.count / 2) * 15)
                return
                    "<line x1=\"\(place)\" x2=\"\(place)\" y1=\"\(Self.pixels(y(interval.lowerBound)))\" "
                    + "y2=\"\(Self.pixels(y(interval.upperBound)))\" stroke=\"\(colour)\" "
                    + "stroke-width=\"4\" stroke-opacity=\"0.28\"/>"
            }
            let strokes = zip(series.points, series.points.dropFirst())
                .filter { $0.1.isConnected && $0.1.year == $0.0.year + 1 }
                .map { from, to in
                    "<line x1=\"\(Self.pixels(x(from.year)))\" y1=\"\(Self.pixels(y(from.value)))\" "
                        + "x2=\"\(Self.pixels(x(to.year)))\" y2=\"\(Self.pixels(y(to.value)))\" "
                        + "stroke=\"\(colour)\" stroke-width=\"2\"/>"
                }
            let marks = series.points.map { point in
                let fill = point.isSmall ? "#ffffff" : colour
                let title = "\(series.name) \(point.year): \(written(point.value))"
                return "<g fill=\"\(fill)\" stroke=\"\(colour)\" stroke-width=\"1.5\">"
                    + mark(number, x(point.year), y(point.value))
                    + "<title>\(Markup.escaped(title))</title></g>"
            }
            return intervals + strokes + marks
        }
    }

    /// Circles, squares, triangles and diamonds, so that lines are told apart without colours.
    private func mark(_ number: Int, _ x: Int, _ y: Int) -> String {
        func at(_ dx: Int, _ dy: Int) -> String {
            "\(Self.pixels(x + dx)),\(Self.pixels(y + dy))"
        }
        switch number % 4 {
        case 0:
            return "<circle cx=\"\(Self.pixels(x))\" cy=\"\(Self.pixels(y))\" r=\"4\">"
                + "</circle>"
        case 1:
            return
                "<polygon points=\"\(at(-37, -37)) \(at(37, -37)) \(at(37, 37)) \(at(-37, 37))\"/>"
        case 2: return "<polygon points=\"\(at(0, -46)) \(at(44, 34)) \(at(-44, 34))\"/>"
        default:
            return "<polygon points=\"\(at(0, -50)) \(at(50, 0)) \(at(0, 50)) \(at(-50, 0))\"/>"
        }
    }

    // MARK: Legend and notes

    /// As many names in a line as there is room for.
    private static func legendLines(_ names: [String]) -> [[Int]] {
        guard names.count > 1 else { return [] }
        var lines: [[Int]] = [[]]
        var room = width - 32
        for (index, name) in names.enumerated() {
            let need = 40 + DisplayWidth.of(name) * 7
            if need > room, lines.last?.isEmpty == false {
                lines.append([])
                room = width - 32
            }
            lines[lines.count - 1].append(index)
            room -= need
        }
        return lines
    }

    private var legendEntries: [String] {
        legend.enumerated().flatMap { line, entries -> [String] in
            var place = 16
            return entries.flatMap { number -> [String] in
                let colour = Self.colours[number % Self.colours.count]
                let height = legendTop + line * 20
                let start = place
                place += 40 + DisplayWidth.of(chart.series[number].name) * 7
                return [
                    "<line x1=\"\(start)\" x2=\"\(start + 22)\" y1=\"\(height)\" y2=\"\(height)\" "
                        + "stroke=\"\(colour)\" stroke-width=\"2\"/>",
                    "<g fill=\"\(colour)\" stroke=\"\(colour)\">"
                        + mark(number, (start + 11) * 10, height * 10) + "</g>",
                    label(start + 28, height + 4, chart.series[number].name),
                ]
            }
        }
    }

    private var head: [String] {
        titleLines.enumerated().map { number, line in
            label(16, 26 + number * 20, line, "font-size=\"17\" font-weight=\"bold\"")
        }
            + subtitleLines.enumerated().map { number, line in
                label(16, subtitleTop + number * 16, line, "fill=\"#555555\"")
            }
    }

    private var notes: [String] {
        noteLines.enumerated().map { number, note in
            label(16, notesTop + number * 16, note, "fill=\"#555555\" font-size=\"11\"")
        }
    }
}
