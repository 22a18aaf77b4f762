import DocumentModel
import FormCatalog
import ReportModel

/// What a cell's text says: a number, nothing, "doesn't apply", or something that is none of these.
///
/// Source: the ways in which bodies fill the form; blanks, strokes and zeros are kept apart.
enum FigureGrammar {
    /// Reads a cell's text.
    ///
    /// - Returns: the figure, and what is doubtful about it.
    static func read(
        _ printed: String,
        unit: CellUnit
    ) -> (figure: Figure, doubt: ReadingWarning.Code?) {
        if (1...18).contains(printed.utf8.count),
            printed.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = ExactDecimal(printed)
        {
            return (.number(number), nil)
        }
        if printed.isEmpty { return (.blank, nil) }
        let text = narrowed(printed)
        if text.isEmpty { return (.blank, nil) }
        if strokes.contains(text) { return (.notApplicable, nil) }
        if let number = plainNumber(text) { return (.number(number), nil) }
        if unit == .change, let number = signedNumber(text) { return (.number(number), nil) }
        if isTooLong(text) { return (.text, .numberTooLong) }
        for (suffix, meaning) in suffixes(of: unit) where text.hasSuffix(suffix) {
            guard let number = plainNumber(String(text.dropLast(suffix.count))) else { continue }
            switch meaning {
            case .sameUnit: return (.number(number), nil)
            case .yuan:
                guard let amount = number.movingPointLeft(by: 4) else { continue }
                return (.number(amount), .unitConverted)
            case .asPrinted: return (.number(number), .unitAsPrinted)
            }
        }
        if let front = Remark.front(of: text),
            case (.number(let number), nil) = read(front, unit: unit)
        {
            return (.number(number), .remarkInCell)
        }
        return (.text, .notANumber)
    }

    /// Whether a piece of running text could be a cell of the matrix.
    static func isFigure(_ piece: String) -> Bool {
        // Words are no figures, and most pieces of a page are words.
        let hasDigit = piece.unicodeScalars.contains {
            ("0"..."9").contains($0) || (0xFF10...0xFF19).contains($0.value)
        }
        guard hasDigit || piece.utf8.count <= 12 else { return false }
        if !hasDigit { return strokes.contains(narrowed(piece)) }
        if piece.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return piece.utf8.count <= 18 }
        let units: [CellUnit] = [.pieces, .tenThousandYuan, .change]
        return units.contains { unit in
            switch read(piece, unit: unit).figure {
            case .number, .notApplicable: true
            default: false
            }
        }
    }

    private enum Meaning { case sameUnit, yuan, asPrinted }

    private static let strokes: Set<String> = [
        "/", "\\", "-", "--", "---", "\u{2014}", "\u{2014}\u{2014}", "\u{2013}", "\u{2015}",
        "\u{2500}", "*", "无", "不适用",
    ]

    private static func suffixes(of unit: CellUnit) -> [(String, Meaning)] {
        switch unit {
        case .pieces, .change:
            ["件", "条", "个", "项", "宗", "起", "份", "次", "篇", "例", "封", "人", "人次"].map {
                ($0, .sameUnit)
            }
        case .tenThousandYuan: [("万元", .sameUnit), ("元", .yuan)]
        case .money: [("万元", .asPrinted), ("元", .asPrinted)]
        }
    }

    /// `-?digits`, with thousands in threes or not, with a decimal part or not.
    private static func plainNumber(_ text: String) -> ExactDecimal? {
        guard text.utf8.contains(UInt8(ascii: ",")) else { return ExactDecimal(text) }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let groups = parts[0].drop { $0 == "-" }.split(
            separator: ",",
            omittingEmptySubsequences: false
        )
        guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return ExactDecimal(text.filter { $0 != "," })
    }

    /// `+22`, `增1423`, `减5`: a change with its sign in words or signs, one of them.
    private static func signedNumber(_ text: String) -> ExactDecimal? {
        guard let sign = text.first, let digits = plainNumber(String(text.dropFirst())),
            !digits.isNegative
        else { return nil }
        return switch sign {
        case "+", "增": digits
        case "减": ExactDecimal(digits: -digits.digits, scale: digits.scale)
        default: nil
        }
    }

    private static func isTooLong(_ text: String) -> Bool {
        text.utf8.count > 18
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
    }

    /// Full-width digits and signs narrow, traditional units simplified, white space at the ends gone.
    private static func narrowed(_ printed: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in printed.unicodeScalars {
            switch scalar.value {
            case 0xFF10...0xFF19, 0xFF0B, 0xFF0C, 0xFF0D, 0xFF0E, 0xFF0F, 0xFF0A:
                text.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x2212: text.append("-")
            default: text.append(Traditional.simplified(scalar))
            }
        }
        return TextLine.trimmed(String(text))
    }
}
