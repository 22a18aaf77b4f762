/// How a run of a Word file shows its text.
struct RunProperties {
    /// Whether the text isn't shown at all.
    private(set) var isHidden = false
    private var isStruck = false
    private var isStruckTwice = false
    private var shift: TextMark?
    /// How many half points the text stands above the line, or below it.
    private(set) var height = 0

    /// How the text is set off.
    var mark: TextMark? { isStruck || isStruckTwice ? .struck : shift }

    /// Takes in a property; one that says nothing of this changes nothing.
    ///
    /// - Parameters:
    ///   - name: the property's element, as `w:strike`.
    ///   - value: its value; a property that is switched on has none.
    mutating func take(_ name: String, _ value: String?) {
        let isOn = !["0", "false", "off"].contains(value ?? "1")
        switch name {
        case "w:vanish": isHidden = isOn
        case "w:strike": isStruck = isOn
        case "w:dstrike": isStruckTwice = isOn
        case "w:vertAlign":
            shift = value == "superscript" ? .raised : value == "subscript" ? .lowered : nil
        // In another unit it is moved too, and other than what stands beside it.
        case "w:position": height = value.map { Int($0) ?? 1 } ?? 0
        default: break
        }
    }

    /// Takes in what a character style says, within a paragraph whose style says this: what both switch on is off again.
    /// Source: ECMA-376, part 1, 17.7.3.
    mutating func take(style: RunProperties) {
        isHidden = isHidden != style.isHidden
        isStruck = isStruck != style.isStruck
        isStruckTwice = isStruckTwice != style.isStruckTwice
        shift = style.shift ?? shift
        height = style.height == 0 ? height : style.height
    }
}
