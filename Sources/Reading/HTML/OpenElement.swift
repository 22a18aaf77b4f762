/// An element whose text is not shown, or set off, while the reader walks through it to its end.
struct OpenElement {
    /// Which element it is.
    let tag: HTMLTag
    /// How many elements of its kind are open, itself included.
    private var depth = 1
    private var tables = 0
    private let isInCell: Bool

    /// - Parameters:
    ///   - tag: the element.
    ///   - isInCell: whether it stands in a table's cell, whose end is its end too.
    init(_ tag: HTMLTag, isInCell: Bool) {
        self.tag = tag
        self.isInCell = isInCell && tag != .hiddenContainer
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
        if tables == 0, isInCell || isTablePart, other.isTablePart, !(tag == .row && other.isCell) {
            return .endsBeforeIt
        }
        switch (tag, other) {
        case (.paragraph, _) where other.endsParagraph: return .endsBeforeIt
        case (.listItem, .listItem): return .endsBeforeIt
        default: break
        }
        if other == .table {
            tables += 1
        } else if other == tag, !tag.isTablePart {
            depth += 1
        }
        return .goesOn
    }

    /// Takes in an end tag.
    mutating func meets(end other: HTMLTag) -> Step {
        if tables > 0 {
            if other == .table { tables -= 1 }
            return .goesOn
        }
        if other == tag || (tag.isCell && other.isCell) {
            depth -= 1
            return depth == 0 ? .endsIt : .goesOn
        }
        if isInCell || isTablePart, other == .table || other.isTablePart,
            !(tag == .row && other.isCell)
        {
            return .endsBeforeIt
        }
        if tag == .paragraph || tag == .listItem, other == .block { return .endsBeforeIt }
        return .goesOn
    }

    private var isTablePart: Bool { tag.isTablePart }
}
