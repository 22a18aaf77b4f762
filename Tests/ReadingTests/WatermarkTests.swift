import Testing

@testable import Reading

/// What is printed across a PDF's pages.
struct WatermarkTests {
    private func word(_ text: String, left: Int = 1000, top: Int, height: Int = 800) -> PDFPage.Word
    {
        PDFPage.Word(text: text, left: left, right: left + 3000, top: top, bottom: top + height)
    }

    private func texts(_ pages: [[PDFPage.Word]]) -> [[String]] {
        Watermark.removed(from: pages.map { PDFPage(words: $0) }).map { $0.words.map(\.text) }
    }

    @Test func `large letters at one place of each page are no text`() {
        let mark = word("示", left: 17000, top: 51000, height: 2800)
        let pages = [
            [word("一、总体情况", top: 6000), mark, word("规章", top: 9000)],
            [word("自然人", top: 5000), word("其他", top: 7000), mark],
        ]
        #expect(texts(pages) == [["一、总体情况", "规章"], ["自然人", "其他"]])
    }

    @Test func `figures stay wherever they stand, and however large they are`() {
        let zero = word("0", left: 30000, top: 6000, height: 1200)
        let pages = [
            [word("规章", top: 6000), word("其他", top: 8000), zero], [word("总计", top: 6000), zero],
        ]
        #expect(texts(pages) == [["规章", "其他", "0"], ["总计", "0"]])
    }

    @Test func `a large word that moves, and one of a single page, is text`() {
        let title = word("政府信息公开工作年度报告", top: 6000, height: 2000)
        #expect(texts([[title, word("规章", top: 9000), word("其他", top: 10000)]])[0].count == 3)
        let pages = [
            [title, word("规章", top: 9000), word("其他", top: 10000)],
            [word("政府信息公开工作年度报告", top: 6100, height: 2000), word("总计", top: 9000)],
        ]
        #expect(texts(pages).map(\.count) == [3, 2])
    }

    @Test func `a header of the text's own size on each page stays`() {
        let header = word("自然人", top: 5000)
        #expect(
            texts([[header, word("规章", top: 6000)], [header, word("其他", top: 6000)]]).flatMap(
                \.self
            ).count == 4
        )
    }
}
