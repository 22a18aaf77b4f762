/// How a run of a Word file shows its text.
struct RunProperties {
    /// Whether the text isn't shown at all.
    private(set) var isHidden = false
    private var isStruck = false
    private var isStruckTwice = false
    private var shift: TextMark?

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
        default: break
        }
    }
}
