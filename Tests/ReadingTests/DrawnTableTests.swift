import DocumentModel
import Reading
import ReportModel
import Testing

/// Tables in text with boxes around their cells.
struct DrawnTableTests {
    private func blocks(_ text: String) throws -> [SourceDocument.Block] {
        try DocumentReading.read(Array(text.utf8), name: "report.txt").blocks
    }

    private func cells(_ text: String) throws -> [String] {
        try blocks(text).flatMap { block -> [String] in
            guard case .grid(let grid) = block else { return [] }
            return grid.cells.map {
                "\($0.row),\($0.column) \($0.rowSpan)x\($0.columnSpan) "
                    + $0.text.replacing("\n", with: "/")
            }
        }
    }

    private static let expected = [
        "0,0 2x1 项目", "0,1 1x2 申请人情况", "1,1 1x1 自然/人", "1,2 1x1 总计", "2,0 1x1 予以/公开",
        "2,1 1x1 -5", "2,2 1x1 ",
    ]

    @Test(
        "a box is a cell, however many lines and places it takes",
        arguments: [
            """
            ┌────┬────────────┐
            │    │ 申请人情况 │
            │项目├──────┬─────┤
            │    │ 自然 │ 总计│
            │    │ 人   │     │
            ├────┼──────┼─────┤
            │予以│  -5  │     │
            │公开│      │     │
            └────┴──────┴─────┘
            """,
            """
              +------+-------------+
              | 项目 | 申请人情况  |
              |      +------+------+
              |      | 自然 | 总计 |
              |      | 人   |      |
              +======+======+======+
              | 予以 | -5   |      |
              | 公开 |      |      |
              +------+------+------+
            """,
            // Whoever drew this one counts characters, and has no joints at the frame.
            """
            +--------------------+
            | 项目   | 申请人情况       |
            |      |-------------|
            |      | 自然   | 总计   |
            |      | 人    |      |
            |------+------+------|
            | 予以   | -5   |      |
            | 公开   |      |      |
            +--------------------+
            """,
        ]
    )
    func boxes(_ text: String) throws {
        #expect(
            try cells(text + "\n\n" + text) == Self.expected + Self.expected
        )
    }

    @Test func `a box's text stands on the line that it is written on`() throws {
        let text = """
            +----+----+
            | 甲 | 乙 |
            +----+----+
            | 丙 |    |
            +----+ 1  |
            | 丁 |    |
            +----+----+
            | 戊 | 2  |
            +----+----+
            """
        guard case .grid(let grid) = try blocks(text)[0] else {
            Issue.record("no grid")
            return
        }
        #expect(grid.cells.map(\.text) == ["甲", "乙", "丙", "1", "丁", "戊", "2"])
        #expect(grid.cells.map(\.origin.line) == [2, 2, 4, 5, 6, 8, 8])
    }

    @Test func `rows without rules between them are rows of a line each`() throws {
        let text = """
            +------+------+
            | 项目 | 数量 |
            +------+------+
            | 规章 |    3 |
            | 文件 |   12 |
            | 其他 |    0 |
            +------+------+
            """
        #expect(
            try cells(text).map { $0.split(separator: " ").last } == [
                "项目", "数量", "规章", "3", "文件", "12", "其他", "0",
            ]
        )
    }

    @Test func `what is not all in boxes is no table of boxes`() throws {
        let text = """
            +----+----+
            | 甲 | 乙 |
            +----+----+
            | 丙 | 2  |
            +----+----+
            | 丁 | 33 |
            |    | 44 |
            +----+----+
            """
        #expect(try cells(text).contains { $0.hasSuffix("33/44") })
        for (whole, torn) in [("| 丙 | 2  |", "| 丙 | 2"), ("| 丙 | 2  |", "| 丙 | 2  | 5")] {
            let changed = text.replacing(whole, with: torn)
            #expect(changed != text)
            #expect(try !cells(changed).contains { $0.hasSuffix("33/44") })
        }
    }

    @Test
    func
        `a row that is too long for its frame is parted by its bars, also where its last cell is empty`()
        throws
    {
        let text = """
            +----+----+----+
            | 甲 | 乙 | 丙 |
            +----+----+----+
            | 子 |    | 2  |
            +----+----+----+
            | 丑丑 | 3  |    |
            +----+----+----+
            """
        let places = try cells(text).suffix(3).map { $0.drop { $0 != "," } }
        #expect(places == [",0 1x1 丑丑", ",1 1x1 3", ",2 1x1 "])
    }

    @Test func `corners without end are no table`() throws {
        let line = String(repeating: "+-", count: 1_000) + "+\n"
        let text = "政府信息公开\n" + String(repeating: line, count: 200)
        let read = try blocks(text)
        #expect(!read.isEmpty)
        #expect(!read.contains { if case .grid = $0 { true } else { false } })
    }
}
