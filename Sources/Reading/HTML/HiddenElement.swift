/// An element that is not shown, while the reader walks through it.
struct HiddenElement {
    /// Which element it is.
    let tag: HTMLTag
    /// How many elements of its kind are open, itself included.
    private var depth = 1
    private var tables = 0

    init(_ tag: HTMLTag) {
        self.tag = tag
    }

    /// What a tag within the element means for it.
    enum Step {
        /// The element goes on.
        case goesOn
        /// The tag ends it.
        case endsIt
        /// The tag ends it and counts for what stands around it too.
        case endsBeforeIt
    }

    /// Takes in a start tag.
    mutating func meets(start other: HTMLTag) -> Step {
        switch (tag, other) {
        case (.dataCell, .dataCell), (.dataCell, .headerCell), (.headerCell, .dataCell),
            (.headerCell, .headerCell), (.dataCell, .row), (.headerCell, .row), (.row, .row),
            (.dataCell, .rowGroup), (.headerCell, .rowGroup), (.row, .rowGroup):
            if tables == 0 { return .endsBeforeIt }
        case (.paragraph, _) where other.endsParagraph: return .endsBeforeIt
        case (.listItem, .listItem): return .endsBeforeIt
        default: break
        }
        if other == .table { tables += 1 }
        if other == tag, other != .table, !isTablePart { depth += 1 }
        return .goesOn
    }

    /// Takes in an end tag.
    mutating func meets(end other: HTMLTag) -> Step {
        if tables > 0 {
            if other == .table { tables -= 1 }
            return .goesOn
        }
        if other == tag || (isCell && (other == .dataCell || other == .headerCell)) {
            depth -= 1
            return depth == 0 ? .endsIt : .goesOn
        }
        if isTablePart, other == .table || other == .row || other == .rowGroup {
            return .endsBeforeIt
        }
        if tag == .paragraph || tag == .listItem,
            other == .block || other == .dataCell || other == .headerCell || other == .table
        {
            return .endsBeforeIt
        }
        return .goesOn
    }

    private var isCell: Bool { tag == .dataCell || tag == .headerCell }
    private var isTablePart: Bool { isCell || tag == .row }
}
