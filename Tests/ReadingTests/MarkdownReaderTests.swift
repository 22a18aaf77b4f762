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

    @Test func `tables in HTML are grids, and every line between them is a line`() throws {
        let document = try read(
            """
            # 示例市财政局

            收到 <5 件 & 更多
            <html><body><TABLE><tr><td>规章</td><td>3</td></tr></TABLE></body></html>
            末行
            """
        )
        #expect(document.format == .markdown)
        let lines = document.blocks.compactMap { block -> String? in
            if case .line(let line) = block { "\(line.origin.line ?? 0) \(line.text)" } else { nil }
        }
        #expect(lines.filter { $0.count > 2 } == ["1 示例市财政局", "3 收到 <5 件 & 更多", "5 末行"])
        guard let table = document.blocks.first(where: \.isGrid), case .grid(let grid) = table
        else {
            Issue.record("no grid")
            return
        }
        #expect(grid.cells.map(\.text) == ["规章", "3"])
        #expect(grid.cells.map(\.origin.line) == [4, 4])
    }

    @Test func `tags that say how a text looks are no text`() throws {
        let document = try read(
            "| <span style=\"x\">规章</span> | <b>3</b> |\n|---|---|\n| a < b | <5 |"
        )
        guard case .grid(let grid) = document.blocks.first else {
            Issue.record("no grid")
            return
        }
        #expect(grid.cells.map(\.text) == ["规章", "3", "a < b", "<5"])
    }
}
