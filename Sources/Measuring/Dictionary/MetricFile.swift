import CSVCodec
import ReportModel

/// Reads a metric's descriptor: a line a property, of the metric or of one of its variants.
///
/// Its columns are `key`, `of` (the variant; empty for the metric), `en` and `zh`. A variant begins with its `unit`.
struct MetricFile {
    private let id: String
    private let rows: [[String]]

    init(_ id: String, _ text: String) throws(MetricError) {
        self.id = id
        do {
            rows = try CSVDecoder.records(of: text, columns: ["key", "of", "en", "zh"])
        } catch {
            throw MetricError(metric: id, problem: error.description)
        }
    }

    func metric(sql: String, isOurs: Bool) throws(MetricError) -> Metric {
        guard !id.isEmpty, id.utf8.allSatisfy(Self.isNameByte) else {
            throw problem("a name has letters, digits and _ only")
        }
        for row in rows where !Self.keys.contains(String(row[0].prefix { $0 != " " })) {
            throw problem("there is no property \(row[0])")
        }
        var seen: Set<String> = []
        let names = rows.map { $0[1] }.filter { !$0.isEmpty && seen.insert($0).inserted }
        guard !names.isEmpty else { throw problem("it has no variant") }
        var definitions: [Metric.Definition] = []
        for name in names { definitions.append(try definition(name)) }
        guard let version = Int(try required("version", "").english) else {
            throw problem("version is no number")
        }
        return Metric(
            id: id,
            version: version,
            isOurs: isOurs,
            name: try required("name", ""),
            question: try required("question", ""),
            caveat: try required("caveat", ""),
            source: try required("source", ""),
            better: try member("better", ""),
            definitions: definitions,
            sql: Self.question(in: sql)
        )
    }

    private func definition(_ name: String) throws(MetricError) -> Metric.Definition {
        guard name.utf8.allSatisfy(Self.isNameByte) else {
            throw problem("\(name): a name has letters, digits and _ only")
        }
        let unit: Metric.Unit = try member("unit", name)
        let words = wording("series", name)?.english.split(separator: " ").map(String.init) ?? []
        var series: Metric.Series?
        if let word = words.first {
            series = Metric.Series(rawValue: word)
            guard series != nil, words.count == 1 || words.dropFirst() == ["only"] else {
                throw problem("\(name): there is no series \(words.joined(separator: " "))")
            }
        }
        return Metric.Definition(
            id: name,
            name: try required("name", name),
            unit: unit,
            numerator: try required("numerator", name).english,
            denominator: unit == .count ? "" : try required("denominator", name).english,
            series: series,
            hasWhole: words.count < 2,
            countsReports: wording("counts", name)?.english == "reports",
            from: try year("from", name),
            to: try year("to", name),
            breaks: try breaks(name)
        )
    }

    private func breaks(_ name: String) throws(MetricError) -> [Metric.Break] {
        var breaks: [Metric.Break] = []
        for row in rows where row[1] == name {
            let words = row[0].split(separator: " ")
            guard let kind = words.first, ["break", "gap"].contains(kind) else { continue }
            guard words.count == 2, let year = Int(words[1]) else {
                throw problem("\(name): \(row[0]) names no year")
            }
            breaks.append(
                Metric.Break(
                    year: year,
                    isComparable: kind == "break",
                    reason: Wording(row[2], row[3].isEmpty ? row[2] : row[3])
                )
            )
        }
        return breaks
    }

    private static let keys: Set = [
        "version", "name", "question", "caveat", "source", "better", "unit", "numerator",
        "denominator", "series", "counts", "from", "to", "break", "gap",
    ]

    private func wording(_ key: String, _ of: String) -> Wording? {
        rows.first { $0[0] == key && $0[1] == of && !$0[2].isEmpty }
            .map { Wording($0[2], $0[3].isEmpty ? $0[2] : $0[3]) }
    }

    private func required(_ key: String, _ of: String) throws(MetricError) -> Wording {
        guard let wording = wording(key, of) else {
            throw problem("\(of.isEmpty ? "" : of + ": ")\(key) is missing")
        }
        return wording
    }

    private func member<Member: RawRepresentable & CaseIterable>(
        _ key: String,
        _ of: String
    ) throws(MetricError) -> Member where Member.RawValue == String {
        let word = try required(key, of).english
        guard let member = Member(rawValue: word) else {
            let members = Member.allCases.map(\.rawValue).joined(separator: ", ")
            throw problem("\(key) is \(word), not one of \(members)")
        }
        return member
    }

    private func year(_ key: String, _ of: String) throws(MetricError) -> Int? {
        guard let word = wording(key, of)?.english else { return nil }
        guard let year = Int(word) else { throw problem("\(of): \(key) is no year") }
        return year
    }

    /// The question without the semicolon that ends it, so that it can stand inside another.
    private static func question(in sql: String) -> String {
        var text = sql[...]
        while let last = text.last, last.isWhitespace || last == ";" { text.removeLast() }
        return String(text)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private func problem(_ text: String) -> MetricError { MetricError(metric: id, problem: text) }
}

/// A metric that can't be used.
public struct MetricError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The metric.
    public let metric: String
    /// What is wrong with it.
    public let problem: String

    /// The error as a sentence.
    public var description: String { "\(metric)/metric.csv: \(problem)" }
}
