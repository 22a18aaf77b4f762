import DocumentModel
import FormCatalog

/// Which of the words that identity is read off may stand in a line, told by single characters of theirs.
///
/// A page has hundreds of lines, and nearly all are links: one pass over a line's bytes spares a dozen searches in it.
struct LineMarks: OptionSet {
    let rawValue: UInt8

    /// Something stands there that a plain line has in another way: white space, a wide or a traditional
    /// character.
    static let notPlain = LineMarks(rawValue: 1)
    /// 公, as in 信息公开.
    static let openness = LineMarks(rawValue: 2)
    /// 报, as in 报告 and 年报.
    static let report = LineMarks(rawValue: 4)
    /// 年, as in 2024年1月1日.
    static let year = LineMarks(rawValue: 8)
    /// 期, 间 or 于, as in 发布日期, 发布时间 and 发布于.
    static let date = LineMarks(rawValue: 16)
    /// 索, or what the names of a publisher's field end with: 机构, 单位, 主体, 机关, 部门, 来源.
    static let field = LineMarks(rawValue: 32)
    /// A vowel with its tone, as in 報(bào)告.
    static let pronunciation = LineMarks(rawValue: 64)
    /// What every title of a report has.
    static let title: LineMarks = [.openness, .report]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The marks of a text.
    init(_ text: String) {
        var marks: LineMarks = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x21..<0x7F: continue
            case 0x516C: marks.insert(.openness)
            case 0x62A5: marks.insert(.report)
            case 0x5E74: marks.insert(.year)
            case 0x671F, 0x95F4, 0x4E8E: marks.insert(.date)
            case 0x7D22, 0x6784, 0x4F4D, 0x4F53, 0x5173, 0x95E8, 0x6E90: marks.insert(.field)
            case 0x4E00...0x9FFF:
                if Traditional.simplified(scalar) != scalar { marks.insert(.notPlain) }
            case 0xFF01...0xFF5E: marks.insert(.notPlain)
            default:
                if TextLine.isSpace(scalar) { marks.insert(.notPlain) }
                if Pronunciation.isToned(scalar) { marks.formUnion([.notPlain, .pronunciation]) }
            }
        }
        self = marks
    }
}
