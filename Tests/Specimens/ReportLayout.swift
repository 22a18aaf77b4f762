import Foundation

/// The ways in which bodies lay their reports out.
public enum ReportLayout: String, Sendable, CaseIterable {
    /// A web page with the form's merged cells.
    case page
    /// The same pasted out of a word processor: paragraphs, spans, `&nbsp;` for blanks.
    case pastedPage
    /// The same within a portal's layout table, with navigation, scripts, comments and hidden decoys.
    case portalPage
    /// Cell tags left open, upper case, attributes without quotes.
    case sloppyPage
    /// Plain text, one cell a line, an empty line behind each.
    case spacedLines
    /// Plain text, one cell a line; a blank cell is an empty line.
    case denseLines
    /// Plain text, one cell a line; blank cells leave nothing behind.
    case linesWithoutBlanks
    /// The same with labels that line breaks cut; a blank cell is an empty line.
    case cutLines
    /// Plain text as a browser copies a table: TABs between cells.
    case tabs
    /// Plain text in columns aligned by spaces.
    case aligned
    /// The same with a header whose words wrap within their columns.
    case alignedWrapped
    /// The same in columns as wide as their widest cell, between two rulings, as document converters write tables: a merged
    /// cell stands in its first place.
    case columns
    /// Markdown's pipe tables, which can't merge cells.
    case markdown
    /// The same of a converter that knows columns' spans but not rows': a merged cell leaves empty ones beside it,
    /// and none below.
    case markdownWithoutRowSpans
    /// Markdown with its tables in HTML, each on one line, as programs that recognise pages write them.
    case markdownWithPageTables
    /// Pipe tables as database clients draw tables: a ruling between any two rows.
    case drawn
    /// Text as terminal browsers show a page: cells wrap within boxes that are drawn around them.
    case boxed
    /// The same without boxes: columns are aligned by spaces.
    case terminal
    /// Text with bars between cells, merged cells dropped: a row a line.
    case barred
    /// The same, where a line break within a cell breaks the row.
    case barredCut
    /// The same, every row filled up with bars to the width of the table.
    case barredFilledUp
    /// The same, a cell a line.
    case barredLines
    /// The same, a bar alone in front of each row, which is filled up on its last cell's line.
    case barredOpenedLines
    /// The same, the bars on lines of their own.
    case barsBetweenLines
    /// Comma-separated values, a merged cell's text in its first place.
    case commas
    /// The same with TABs.
    case tabSeparated
    /// A PDF with a text layer: labels wrap, tables run over page breaks.
    case pdf
    /// The same set as tightly as office programs do: labels in narrow cells, figures larger than labels.
    case crowdedPDF
    /// A Word document with merged cells.
    case word
    /// The same as the one XML file of Word 2003.
    case wordXML
    /// An Excel workbook, all tables on one sheet, with merged cells.
    case workbook

    /// Whether the layout is a PDF.
    public var isPDF: Bool { self == .pdf || self == .crowdedPDF }

    /// Whether a blank cell can be told from no cell in this layout.
    public var keepsBlanks: Bool {
        switch self {
        case .linesWithoutBlanks, .cutLines, .aligned, .alignedWrapped, .columns, .terminal: false
        // A last cell that is blank looks like what fills a row up.
        case .barredFilledUp, .barredLines, .barredOpenedLines: false
        // A first figure that is blank looks like the rest of a merged label.
        case .markdownWithoutRowSpans: false
        default: true
        }
    }

    /// Whether a cell's place in its row says what it is, whatever stands beside it.
    public var isRuled: Bool {
        switch self {
        case .markdown, .drawn, .boxed, .commas, .tabSeparated, .workbook, .pdf, .crowdedPDF: true
        default: false
        }
    }

    /// Whether the layout is a web page.
    public var isPage: Bool {
        switch self {
        case .page, .pastedPage, .portalPage, .sloppyPage: true
        default: false
        }
    }

    /// Whether a figure's column is that of the header above it, and nothing else tells it.
    public var isRuledByPlace: Bool {
        switch self {
        case .commas, .tabSeparated, .workbook, .pdf, .crowdedPDF: true
        case .markdown, .markdownWithoutRowSpans, .drawn, .boxed: true
        default: false
        }
    }

    /// Whether the layout is text in some encoding.
    public var isText: Bool {
        switch self {
        case .pdf, .crowdedPDF, .word, .wordXML, .workbook: false
        default: true
        }
    }

    /// The name of a file in this layout; it says nothing that the report has to say itself.
    public var fileName: String {
        switch self {
        case .page, .pastedPage, .portalPage, .sloppyPage: "report.html"
        case .markdown, .markdownWithoutRowSpans, .markdownWithPageTables: "report.md"
        case .commas: "report.csv"
        case .tabSeparated: "report.tsv"
        case .pdf, .crowdedPDF: "report.pdf"
        case .word: "report.docx"
        case .wordXML: "report.doc"
        case .workbook: "report.xlsx"
        default: "report.txt"
        }
    }

    /// Whether the machine has what reads the layout.
    public var canBeRead: Bool {
        switch self {
        case .pdf, .crowdedPDF:
            ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/opt/homebrew/bin/pdftotext"]
                .contains { FileManager.default.isExecutableFile(atPath: $0) }
        case .word, .workbook:
            #if Office
                true
            #else
                false
            #endif
        default: true
        }
    }
}
