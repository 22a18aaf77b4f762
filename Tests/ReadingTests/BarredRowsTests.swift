import DocumentModel
import Reading
import ReportModel
import Testing

/// Tables in text with bars between cells: what is a cell, what only draws the table.
struct BarredRowsTests {
    /// The texts of each line's pieces; a line without bars is one piece a word.
    private func rows(_ text: String, name: String = "report.txt") throws -> [[String]] {
        try DocumentReading.read(Array(text.utf8), name: name).blocks.compactMap { block in
            guard case .line(let line) = block else { return nil }
            return line.pieces.map(\.text)
        }
    }

    @Test func `a row a line, whose first cell may be empty`() throws {
        let text = """
            信息内容 | 本年制发件数 | 现行有效件数 |
            规章 | 0 |  |
            | 行政规范性文件 | 3 | 12 |
            """
        #expect(
            try rows(text) == [
                ["信息内容", "本年制发件数", "现行有效件数"], ["规章", "0", ""], ["", "行政规范性文件", "3", "12"],
            ]
        )
    }

    @Test func `a row that a line break within a cell breaks still ends in its bar`() throws {
        let text = """
            商业 | 科研 | 社会公益
            组织 | 法律服务
            机构 | 其他 |
            本年新 | 本年新 | 对外公
            开总数量 |
            结果 | 结果 | 其他
            结果 |
            规章 | 0 | 1 |  |
            行政许可 | 2 |  | 3 |
            行政处罚 | 4 | 5 | 6 |
            """
        #expect(
            try rows(text).suffix(3) == [
                ["规章", "0", "1", ""], ["行政许可", "2", "", "3"], ["行政处罚", "4", "5", "6"],
            ]
        )
    }

    @Test func `a bar alone opens a row where what fills a row up follows its last cell`() throws {
        let text = """
            | 
             信息内容  | 
             本年制发件数  | 
             现行有效件数  | 
            | 
             规章  | 
             0  |  | 
             3  | 
            |  | 
             2  | 
             1  | 
            | 
             第二十条第（五）项  | ||
            | 
             信息内容  | 
             处理决定数量  | |
            | 
             第二十条第（六）项  | ||
            | 
             行政处罚  | 
             4  | |
            | 
             行政强制  | 
             5  | |
            | 
             第二十条第（八）项  | ||
            """
        let cells = try rows(text).flatMap(\.self)
        #expect(
            cells.prefix(10) == [
                "信息内容", "本年制发件数", "现行有效件数", "规章", "0", "", "3", "", "2", "1",
            ]
        )
        #expect(!cells.dropFirst(10).contains(""))
    }

    @Test func `what fills a row up is no cell`() throws {
        let text = """
            | 信息内容 | 本年制发件数 | 现行有效件数 |
            | 第二十条第（五）项 | ||
            | 行政许可 | 5 | |
            | 行政处罚 | 7 | |
            """
        #expect(
            try rows(text) == [
                ["信息内容", "本年制发件数", "现行有效件数"], ["第二十条第（五）项"], ["行政许可", "5"], ["行政处罚", "7"],
            ]
        )
    }

    @Test func `a cell a line, and an empty one as a bar alone`() throws {
        let cells = ["规章", "", "3", "", "行政许可", "5", "行政处罚", "7", "行政强制", "1", "合计", "9", "备注"]
        let text = cells.map { $0.isEmpty ? "|" : "\($0) |" }.joined(separator: "\n")
        #expect(try rows(text) == cells.map { [$0] })
    }

    @Test func `bars on lines of their own part cells`() throws {
        let text = """
            规章
            |
            |
            3
            |
            本年新
            制作数量
            |
            行政许可
            |
            5
            |
            行政处罚
            |
            7
            |
            行政强制
            |
            1
            |
            """
        let filled = try rows(text).filter { !$0.isEmpty }
        #expect(
            filled == [
                ["规章"], [""], ["3"], ["本年新"], ["制作数量"], ["行政许可"], ["5"], ["行政处罚"], ["7"], ["行政强制"],
                ["1"],
            ]
        )
    }

    @Test func `a drawn table is a grid`() throws {
        let text = """
            ┌────────┬────┬────┐
            │ 规章   │ 1  │    │
            ├────────┼────┼────┤
            │ 许可   │ 5  │ 6  │
            │ 处罚   │ 7  │ 8  │
            │ 强制   │ 1  │ 2  │
            │ 收费   │ 3  │ 4  │
            └────────┴────┴────┘
            """
        let document = try DocumentReading.read(Array(text.utf8), name: "report.txt")
        guard case .grid(let grid) = document.blocks.first else {
            Issue.record("no grid")
            return
        }
        #expect(grid.cells.prefix(6).map(\.text) == ["规章", "1", "", "许可", "5", "6"])
        #expect(grid.cells[3].origin.line == 4)
    }

    @Test func `pipe tables whose merged cells were dropped are lines`() throws {
        let text = """
            | 信息内容 | 本年制发件数 | 现行有效件数 |
            |---|---|---|
            | 第二十条第（五）项 | ||
            | **行政许可** | 5 | |
            """
        #expect(
            try rows(text, name: "report.md")
                == [["信息内容", "本年制发件数", "现行有效件数"], [], ["第二十条第（五）项"], ["行政许可", "5"]]
        )
    }

    @Test func `a trail of links is no table`() throws {
        #expect(try rows("首页 | 政务公开 | 年报\n正文").first == ["首页", "|", "政务公开", "|", "年报"])
    }
}
