import ReportModel

/// Finds the sentence on the period that the figures cover: 2024年1月1日至2024年12月31日.
enum Period {
    /// The year of each whole-year period that the text names.
    static func years(in lines: [PlainLine]) -> [Evidenced<Int>] {
        lines.lazy.filter { $0.marks.contains(.year) }.flatMap { line in
            line.text.places(of: "年1月1日").compactMap { range -> Evidenced<Int>? in
                let front = String(line.text[..<range.lowerBound].suffix(5)) + "年"
                guard let (year, _, _) = DateGrammar.year(in: front) else { return nil }
                let rest = String(line.text[range.upperBound...].prefix(16))
                // 12月31止, as some have it.
                guard let end = rest.place(of: "12月31") else { return nil }
                let between = String(rest[..<end.lowerBound])
                if let (other, _, _) = DateGrammar.year(in: between), other != year { return nil }
                return Evidenced(year, evidence: .period, quote: line.printed, origin: line.origin)
            }
        }
    }
}
