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
        self.isInCell = isInCell && tag != .hiddenContainer && tag != .drawing
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

/// An element that sets its text off, while the reader walks through it.
struct MarkedElement {
    /// How it does.
    let mark: TextMark
    private var element: OpenElement
    /// How many paragraphs and other blocks are open in it.
    private var blocks = 0

    init(_ element: OpenElement, _ mark: TextMark) {
        self.element = element
        self.mark = mark
    }

    /// The element behind a start tag; `nil` if it ends there.
    func after(start tag: HTMLTag) -> MarkedElement? {
        var next = self
        guard next.element.meets(start: tag) == .goesOn else { return nil }
        if tag.breaksLine { next.blocks += 1 }
        return next
    }

    /// The element behind an end tag; `nil` if it ends there. One that nobody ended ends with the block that it stands in.
    func after(end tag: HTMLTag) -> MarkedElement? {
        var next = self
        guard next.element.meets(end: tag) == .goesOn else { return nil }
        if tag.breaksLine, tag != .lineBreak {
            if blocks == 0 { return nil }
            next.blocks -= 1
        }
        return next
    }
}
