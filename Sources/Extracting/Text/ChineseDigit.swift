/// The digits of Chinese numerals: 一 to 九.
enum ChineseDigit {
    /// A digit's value; `nil` for whatever is none.
    static func value(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "一": 1
        case "二": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }
}
