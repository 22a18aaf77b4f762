import DocumentModel
import Reading
import ReportModel
import Testing

struct MarkdownReaderTests {
    private func read(_ text: String) throws -> SourceDocument {
        try DocumentReading.read(Array(text.utf8), name: "report.md")
    }

    @Test func `pipe tables are grids and everything else is lines without marks`() throws {
        let document = try read(
            """
            # 示例市财政局
            | a | **b** |
            |---|:---:|
            | 1 \\| 2 | x<br>y |
            | | 3 |

            > end
            """
        )
        #expect(document.format == .markdown)
        guard case .grid(let grid) = document.blocks[1] else {
            Issue.record("no grid")
            return
        }
        #expect(grid.cells.map(\.text) == ["a", "b", "1 | 2", "x\ny", "", "3"])
        #expect(grid.cells.map(\.origin.line) == [2, 2, 4, 4, 5, 5])
        let lines = document.blocks.compactMap { block in
            if case .line(let line) = block { line.text } else { nil }
        }
        #expect(lines.filter { !$0.isEmpty } == ["示例市财政局", "end"])
    }

    @Test func `a pipe in plain text is no table`() throws {
        #expect(try read("| 1 | 2 |\nno rule below").format == .text)
    }
}
