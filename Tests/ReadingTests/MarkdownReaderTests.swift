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

    @Test(arguments: [
        ("12<sup>1</sup>", "12¹"), ("12<sub>10</sub>", "12₁₀"), ("<del>12</del>13", "1̶2̶13"),
        ("<span style=\"display: none\">9</span>12", "12"), ("<p>12</p><p>13</p>", "12\n13"),
        ("12<!-- 5 -->", "12"), ("1&#50;", "12"), ("&nbsp;", ""), ("<b", "<b"), ("12 <", "12 <"),
        ("</td><td>12", "</td><td>12"),
    ])
    func `tags within a cell mean what they mean on a page`(_ cell: String, _ text: String) throws {
        let document = try read("| 规章 | \(cell) |\n|---|---|\n| a | b |")
        guard case .grid(let grid) = document.blocks.first else {
            Issue.record("no grid")
            return
        }
        #expect(grid.cells.map(\.text) == ["规章", text, "a", "b"])
    }

    private static let pipes = "| 规章 | 12 |\n|---|---|\n| 行政规范性文件 | 3 |"
    private static let html = """
        <table><tr><td>规章</td><td>12</td></tr><tr><td>行政规范性文件</td><td>3</td></tr></table>
        """

    @Test(arguments: [pipes, html])
    func `marks of places and of looks make no page of it`(_ table: String) throws {
        let document = try read(
            """
            <div id="zoom">

            <span id="page-0"></span># 示例市财政局

            二、主动公开<b>政府信息</b>情况

            三行

            \(table)

            </div>
            """
        )
        #expect(document.format == .markdown)
        let lines = document.blocks.compactMap { block -> String? in
            if case .line(let line) = block, line.text.count > 1 {
                "\(line.origin.line ?? 0) \(line.text)"
            } else {
                nil
            }
        }
        #expect(lines == ["3 示例市财政局", "5 二、主动公开政府信息情况", "7 三行"])
        guard let table = document.blocks.first(where: \.isGrid), case .grid(let grid) = table
        else {
            Issue.record("no grid")
            return
        }
        #expect(grid.cells.map(\.text) == ["规章", "12", "行政规范性文件", "3"])
    }

    @Test(arguments: [
        ("<!--", "-->"), ("<div style=\"display:none\">", "</div>"), ("<div hidden>", "</div>"),
        ("<template>", "</template>"),
    ])
    func `a table that lines around it hide is not read`(_ start: String, _ end: String) throws {
        let document = try read(
            "一行\n二行\n三行\n\(start)\n\(Self.html)\n\(end)\n四行\n<table><tr><td>1</td></tr></table>"
        )
        let grids = document.blocks.compactMap { block in
            if case .grid(let grid) = block { grid.cells.map(\.text) } else { nil }
        }
        #expect(grids == [["1"]])
    }
}
