extension String {
    /// Whether a bracket is open at the end: then a label goes on elsewhere, and so may its row's figures.
    var leavesBracketOpen: Bool {
        unicodeScalars.reduce(0) { depth, scalar in
            switch scalar {
            case "（", "(": depth + 1
            case "）", ")": max(0, depth - 1)
            default: depth
            }
        } > 0
    }
}
