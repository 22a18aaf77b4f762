import DocumentModel
import ReportModel

/// Reads a web page: lines of text, and innermost tables as grids, in one pass.
///
/// Not read are comments, scripts, styles, elements hidden by their own `hidden` attribute or `style`, and form controls but
/// for what stands in the fields of a table's cells. A table that holds other tables is layout: its cells are lines.
struct HTMLReader {
    /// Borrowed; the caller keeps it alive.
    private let page: UnsafeBufferPointer<UInt8>
    private var tokenizer: HTMLTokenizer
    private var title: String?
    private var metadata: [SourceDocument.Metadatum] = []
    private var blocks: [SourceDocument.Block] = []
    private var warnings: [ReadingWarning] = []
    private var flow = FlowText()
    private var frames: [TableFrame] = []
    private var tableCount = 0
    private var hidden: OpenElement?
    private var marked: MarkedElement?
    private var preformattedDepth = 0
    private var lines = LineCounter()

    private let zeroSpanGoesOn: Bool
    private let sheetsHide: Bool
    private var hidingRules = HidingRules()

    /// Reads a page in UTF-8.
    ///
    /// - Parameters:
    ///   - text: the page.
    ///   - zeroSpanGoesOn: whether a row span of 0 marks a cell that goes on from the row above, as converters of
    ///     word processors' files write it; in web pages it reaches to the end of the rows.
    /// - Returns: its lines and tables.
    /// - Throws: `.tableTooLarge` when a table is beyond all bounds.
    static func read(
        _ text: DecodedText,
        zeroSpanGoesOn: Bool = false
    ) throws(Rejection) -> SourceDocument {
        try text.utf8.withUnsafeBufferPointer { page throws(Rejection) in
            var reader = HTMLReader(page: page, zeroSpanGoesOn: zeroSpanGoesOn)
            try reader.readAll()
            if reader.hidingRules.hideAnything, !reader.blocks.contains(where: \.isGrid) {
                // Scripts show what sheets hide: a page without any table has it in one of those places.
                reader = HTMLReader(page: page, zeroSpanGoesOn: zeroSpanGoesOn, sheetsHide: false)
                try reader.readAll()
                if reader.blocks.contains(where: \.isGrid) {
                    reader.warnings.append(ReadingWarning(.readAlthoughHidden))
                }
            }
            return SourceDocument(
                format: .html,
                encoding: text.encoding,
                title: reader.title,
                metadata: reader.metadata,
                blocks: reader.blocks,
                warnings: reader.warnings
            )
        }
    }

    private init(page: UnsafeBufferPointer<UInt8>, zeroSpanGoesOn: Bool, sheetsHide: Bool = true) {
        self.page = page
        self.sheetsHide = sheetsHide
        self.zeroSpanGoesOn = zeroSpanGoesOn
        tokenizer = HTMLTokenizer(page)
    }

    private mutating func readAll() throws(Rejection) {
        while let token = tokenizer.next() {
            switch token {
            case .start(let tag, let selfClosing): try start(tag, selfClosing: selfClosing)
            case .end(let tag): try end(tag)
            case .text(let range): text(range)
            case .rawText(let tag, let range):
                if tag == .style { hidingRules.add(page[range]) }
                if tag == .title, title == nil, hidden == nil { title = plainText(range) }
                if tag == .textArea { field(range) }
            }
        }
        while !frames.isEmpty { try endTable() }
        flushLines()
    }

    // MARK: Tags

    private mutating func start(_ tag: HTMLTag, selfClosing: Bool) throws(Rejection) {
        if var element = hidden {
            let step = tag.isVoid || tag.holdsRawText ? .goesOn : element.meets(start: tag)
            hidden = step == .goesOn ? element : nil
            if step == .goesOn { return }
        }
        if !tag.isVoid { marked = marked?.after(start: tag) }
        if tag == .meta { readMeta() }
        var style = Style(
            declarations: tokenizer.attributes[.style],
            isHidden: tokenizer.attributes[.hidden] != nil,
            in: page
        )
        if !style.isHidden, !hidingRules.isEmpty {
            if let rule = hidingRules.style(
                classes: attribute(.classes),
                id: attribute(.identifier),
                own: attribute(.style)
            ) {
                style = style.joined(with: sheetsHide ? rule : rule.markAlone)
            }
        }
        if tag == .input, !style.isHidden { readField() }
        if tag.isPicture, isInCell, !style.isHidden, !isSpacer { showPicture() }
        let takesNoPlace = style.isHidden && !style.keepsPlace
        if !tag.isVoid, tag.holdsNoText || takesNoPlace {
            if tag == .row || tag == .dataCell || tag == .headerCell { try closeCell() }
            if tag.breaksLine { breakLine() }
            if !(selfClosing && (tag == .hiddenContainer || tag == .drawing)) {
                hidden = OpenElement(tag, isInCell: isInCell)
            }
            return
        }
        switch tag {
        case .table: beginTable()
        case .rowGroup: try beginRowGroup()
        case .row: try beginRow()
        case .dataCell, .headerCell: try beginCell(isInvisible: style.isHidden)
        default:
            if tag.breaksLine { breakLine() }
            if tag == .preformatted { preformattedDepth += 1 }
            let isUnseen = style.isHidden || style.isFaint && tag == .inline
            if isUnseen, !tag.isVoid { hidden = OpenElement(tag, isInCell: isInCell) }
        }
        // A row or a cell may be struck out as a whole; only what stands within a line is raised or lowered.
        let mark = tag.mark ?? (tag == .inline || style.mark == .struck ? style.mark : nil)
        if let mark, !tag.isVoid, marked == nil, hidden == nil {
            marked = MarkedElement(OpenElement(tag, isInCell: isInCell && !tag.isTablePart), mark)
        }
    }

    private mutating func end(_ tag: HTMLTag) throws(Rejection) {
        if var element = hidden {
            let step = element.meets(end: tag)
            hidden = step == .goesOn ? element : nil
            if step != .endsBeforeIt { return }
        }
        marked = marked?.after(end: tag)
        switch tag {
        case .table: if !frames.isEmpty { try endTable() }
        case .rowGroup: try beginRowGroup()
        case .row:
            try closeCell()
            withTopFrame { $0.inRow = false }
        case .dataCell, .headerCell: try closeCell()
        default:
            if tag.breaksLine { breakLine() }
            if tag == .preformatted { preformattedDepth = max(0, preformattedDepth - 1) }
        }
    }

    private mutating func text(_ range: Range<Int>) {
        guard hidden == nil else { return }
        let preformatted = preformattedDepth > 0
        if let top = frames.indices.last, frames[top].inCell {
            guard !frames[top].isInvisible else { return }
            let start = frames[top].flow.bytes.count
            frames[top].flow.append(page, range, preformatted: preformatted, lines: &lines)
            if let marked { frames[top].flow.mark(from: start, marked.mark) }
        } else {
            let start = flow.bytes.count
            flow.append(page, range, preformatted: preformatted, lines: &lines)
            if let marked { flow.mark(from: start, marked.mark) }
        }
    }

    /// What stands in a field for text is shown, and where it stands in a cell it is the cell's.
    private mutating func readField() {
        let shown = ["", "text", "number", "tel"]
        let type = attribute(.type)?.lowercased() ?? ""
        if let value = tokenizer.attributes[.value], shown.contains(type) { field(value) }
    }

    private mutating func field(_ range: Range<Int>) {
        guard isInCell, let top = frames.indices.last else { return }
        frames[top].flow.addSpace()
        text(range)
        frames[top].flow.addSpace()
    }

    private mutating func showPicture() {
        withTopFrame { $0.showsPicture = true }
    }

    /// Whether a picture is so small that it only keeps a place.
    private var isSpacer: Bool {
        [HTMLAttributes.Name.width, .height].contains { side in
            number(side).map { $0 <= 3 } ?? false
        }
    }

    private var isInCell: Bool { frames.last?.inCell ?? false }

    private mutating func breakLine() {
        if let top = frames.indices.last, frames[top].inCell {
            frames[top].flow.breakLine()
        } else {
            flow.breakLine()
        }
    }

    // MARK: Tables

    private mutating func beginTable() {
        if let top = frames.last, !top.inCell { endTableKeepingErrors() }
        if frames.isEmpty { flushLines() }
        tableCount += 1
        frames.append(TableFrame(number: tableCount))
    }

    /// A table that begins between another's rows ends that one, as in browsers.
    private mutating func endTableKeepingErrors() {
        guard let frame = frames.popLast() else { return }
        finish(frame)
    }

    private mutating func beginRowGroup() throws(Rejection) {
        guard !frames.isEmpty else { return }
        try closeCell()
        withTopFrame {
            $0.inRow = false
            $0.grid.endRowGroup()
        }
    }

    private mutating func beginRow() throws(Rejection) {
        guard let top = frames.indices.last else { return }
        try closeCell()
        frames[top].inRow = true
        try frames[top].grid.beginRow()
    }

    private mutating func beginCell(isInvisible: Bool) throws(Rejection) {
        guard let top = frames.indices.last else { return }
        try closeCell()
        if !frames[top].inRow { try beginRow() }
        frames[top].inCell = true
        frames[top].isInvisible = isInvisible
        frames[top].showsPicture = false
        frames[top].cellLine = lines.line(at: tokenizer.tokenStart, in: page)
        frames[top].columnSpan = number(.columnSpan) ?? 1
        frames[top].rowSpan = number(.rowSpan) ?? 1
    }

    private mutating func closeCell() throws(Rejection) {
        guard let top = frames.indices.last, frames[top].inCell else { return }
        frames[top].inCell = false
        if frames[top].isLayout {
            let lines = frames[top].flow.takeLines()
            append(lines)
            return
        }
        if zeroSpanGoesOn, frames[top].rowSpan == 0 {
            if frames[top].flow.bytes.isEmpty { return }
            frames[top].rowSpan = 1
        }
        let line = frames[top].flow.lineNumbers.first ?? frames[top].cellLine
        try frames[top].grid.add(
            text: frames[top].takeText(),
            rowSpan: frames[top].rowSpan,
            columnSpan: frames[top].columnSpan,
            line: line
        )
    }

    private mutating func endTable() throws(Rejection) {
        try closeCell()
        guard let frame = frames.popLast() else { return }
        finish(frame)
    }

    private mutating func finish(_ frame: TableFrame) {
        if let outer = frames.indices.last, frames[outer].inCell, !frame.isLayout,
            frame.grid.cellCount <= 1
        {
            // A table of one cell is a frame around words of the cell that it stands in.
            for cell in frame.grid.written {
                if cell.text == TextMark.picture {
                    frames[outer].showsPicture = true
                } else {
                    frames[outer].flow.append(flowed: cell.text, line: cell.origin.line ?? 1)
                }
            }
            return
        }
        // Below a layout table all are: only those above it have words to be set free.
        let firstNew = (frames.lastIndex { $0.isLayout } ?? 0)
        for index in firstNew..<max(frames.count, firstNew) { turnIntoLayout(index) }
        flushLines()
        if !frame.isLayout, frame.grid.cellCount > 0 {
            blocks.append(.grid(frame.grid.finished()))
        }
    }

    /// Sets free as lines what a table's cells have said so far, for another table stands in it.
    private mutating func turnIntoLayout(_ index: Int) {
        if !frames[index].isLayout {
            flushLines()
            frames[index].isLayout = true
            for cell in frames[index].grid.written where cell.text != TextMark.picture {
                for line in cell.text.split(separator: "\n") {
                    blocks.append(.line(TextLine(String(line), origin: cell.origin)))
                }
            }
            frames[index].grid = GridBuilder(table: frames[index].number)
        }
        if frames[index].inCell {
            let lines = frames[index].flow.takeLines()
            append(lines)
        }
    }

    private mutating func withTopFrame(_ change: (inout TableFrame) -> Void) {
        guard let top = frames.indices.last else { return }
        change(&frames[top])
    }

    // MARK: Lines

    private mutating func flushLines() {
        let lines = flow.takeLines()
        append(lines)
    }

    private mutating func append(_ lines: [(text: String, line: Int)]) {
        for (text, number) in lines {
            let line = TextLine(text, origin: Origin(line: number))
            if !line.text.isEmpty { blocks.append(.line(line)) }
        }
    }

    // MARK: Attributes

    private mutating func readMeta() {
        guard hidden == nil,
            let name = attribute(.name) ?? attribute(.property),
            let content = attribute(.content)
        else { return }
        metadata.append(
            SourceDocument.Metadatum(
                name: name,
                content: content,
                origin: Origin(line: lines.line(at: tokenizer.tokenStart, in: page))
            )
        )
    }

    private func attribute(_ name: HTMLAttributes.Name) -> String? {
        tokenizer.attributes[name].map { plainText($0, inAttribute: true) }
    }

    private func number(_ name: HTMLAttributes.Name) -> Int? {
        guard let value = tokenizer.attributes[name] else { return nil }
        // Most are a digit or two.
        if value.count == 1 || value.count == 2,
            page[value].allSatisfy({ (0x30...0x39).contains($0) })
        {
            return page[value].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        let text = plainText(value, inAttribute: true)
        let digits = text.drop { $0 == " " || $0 == "+" }.prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty else { return nil }
        return min(Int(digits) ?? Int.max, 65534)
    }

    private func plainText(_ range: Range<Int>, inAttribute: Bool = false) -> String {
        var text: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if page[index] == UInt8(ascii: "&"),
                let reference = CharacterReferences.resolve(
                    page,
                    at: index,
                    end: range.upperBound,
                    inAttribute: inAttribute
                )
            {
                text.append(contentsOf: reference.utf8)
                index = reference.next
            } else {
                text.append(page[index] < 0x20 ? 0x20 : page[index])
                index += 1
            }
        }
        return TextLine.trimmed(String(decoding: text, as: UTF8.self))
    }
}
