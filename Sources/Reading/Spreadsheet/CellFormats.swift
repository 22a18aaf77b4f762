import ReportModel

/// How a workbook's cells show their values: number formats and letters struck out.
///
/// A sheet keeps 2 January 2021 as 44198 and five per cent as 0.05. What a format makes of a number is worked out only as
/// far as to tell whether it still is that number. Source: ECMA-376, part 1, 18.8.
struct CellFormats {
    private struct Format {
        /// `nil` for the general one.
        var code: String?
        var isStruck: Bool
    }

    private var formats: [Format] = []

    /// Formats of a workbook that names none.
    init() {}

    /// Reads the part of a workbook that lists its cells' formats.
    ///
    /// - Throws: `.damagedFile` where it is no XML.
    init(_ bytes: [UInt8], part: String) throws(Rejection) {
        var codes: [Int: String] = [:]
        var struckFonts: [Bool] = []
        var list = ""
        var scanner = try XMLScanner(bytes, part: part)
        while let event = try scanner.next() {
            switch event {
            case .start("fonts"), .start("cellXfs"), .start("cellStyleXfs"), .start("dxfs"):
                if case .start(let name) = event { list = name }
            case .end("fonts"), .end("cellXfs"), .end("cellStyleXfs"), .end("dxfs"): list = ""
            case .start("numFmt") where list.isEmpty:
                guard let id = scanner.attribute("numFmtId").flatMap({ Int($0) }) else { continue }
                codes[id] = scanner.attribute("formatCode")
            case .start("font") where list == "fonts": struckFonts.append(false)
            case .start("strike") where list == "fonts" && !struckFonts.isEmpty:
                struckFonts[struckFonts.count - 1] = scanner.flag("val", else: true)
            case .start("xf") where list == "cellXfs":
                let number = scanner.attribute("numFmtId").flatMap { Int($0) } ?? 0
                let font = scanner.attribute("fontId").flatMap { Int($0) } ?? 0
                formats.append(
                    Format(
                        code: codes[number] ?? Self.builtIn(number),
                        isStruck: struckFonts.indices.contains(font) && struckFonts[font]
                    )
                )
            default: break
            }
        }
    }

    /// What a cell shows.
    ///
    /// - Parameters:
    ///   - text: its text, or its number as it is read.
    ///   - isNumber: whether it is a number.
    ///   - style: which of the formats it has.
    /// - Returns: the text; a number that shows as something else has its format behind it, and is none.
    func shown(_ text: String, isNumber: Bool, style: Int?) -> String {
        guard let style, formats.indices.contains(style), !text.isEmpty else { return text }
        let format = formats[style]
        var shown = text
        if isNumber, let code = format.code, !Self.showsNumber(text, code) {
            shown = "\(text) [\(code)]"
        }
        return format.isStruck ? TextMark.struck.applied(to: shown) : shown
    }

    /// Whether a number in a format still shows as the number that it is.
    private static func showsNumber(_ text: String, _ code: String) -> Bool {
        let sections = parts(of: code)
        let isZero = text.utf8.allSatisfy { !(0x31...0x39).contains($0) }
        let place = isZero ? 2 : text.hasPrefix("-") ? 1 : 0
        let section = sections.indices.contains(place) ? sections[place] : sections.first
        guard let section, !section.isOther else { return false }
        // A zero may show as a stroke or not at all.
        return isZero || section.hasDigits
    }

    private struct Section {
        /// Whether it has a place for digits.
        var hasDigits = false
        /// Whether it makes another thing of the number: a day, a share, thousands of it.
        var isOther = false
    }

    /// The sections of a format: for numbers above zero, below, zero, and texts.
    private static func parts(of code: String) -> [Section] {
        var sections = [Section()]
        var isBehindDigit = false
        var isScaled = false
        var rest = Substring(code)
        func close(_ section: inout Section) { if isScaled { section.isOther = true } }
        while let mark = rest.popFirst() {
            let last = sections.count - 1
            switch mark {
            case "\"":
                let literal = rest.prefix { $0 != "\"" }
                rest = rest[literal.endIndex...].dropFirst()
                if literal.contains(where: \.isWholeNumber) { sections[last].isOther = true }
            case "\\", "!", "_", "*":
                let literal = rest.popFirst()
                if "\\!".contains(mark), literal?.isWholeNumber ?? false {
                    sections[last].isOther = true
                }
            case "[":
                let condition = rest.prefix { $0 != "]" }
                rest = rest[condition.endIndex...].dropFirst()
                if ["h", "hh", "m", "mm", "s", "ss"].contains(condition.lowercased()) {
                    sections[last].isOther = true
                }
            case ";":
                close(&sections[last])
                sections.append(Section())
                isScaled = false
                isBehindDigit = false
            case "0", "#", "?", "@":
                sections[last].hasDigits = true
                isBehindDigit = true
                isScaled = false
            case ",": isScaled = isScaled || isBehindDigit
            case "G", "g":
                // Else it is an era's name.
                if let name = general.first(where: rest.hasPrefix) {
                    sections[last].hasDigits = true
                    rest = rest.dropFirst(name.count)
                } else {
                    sections[last].isOther = true
                }
            case "%", "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "e", "b", "B", "a":
                sections[last].isOther = true
            default: break
            }
        }
        close(&sections[sections.count - 1])
        return sections
    }

    /// The general format's name behind its first letter, also as Chinese programs write it.
    private static let general = ["eneral", "/通用格式"]

    /// The formats that have a number and no code, as far as they make another thing of a number.
    private static func builtIn(_ number: Int) -> String? {
        switch number {
        case 9: "0%"
        case 10: "0.00%"
        case 14...17, 22, 27...31, 36, 50...54, 57...58: "yyyy/m/d"
        case 18...21, 32...35, 45...47, 55...56: "h:mm:ss"
        default: nil
        }
    }
}
