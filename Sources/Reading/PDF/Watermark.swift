/// What is printed across the pages, large, and at the same place of each: no part of the text. Its letters reach over
/// several rows of a table, and would stand in their cells.
enum Watermark {
    /// The pages without it.
    ///
    /// - Parameter pages: the pages in order.
    /// - Returns: the same pages; of a document with one page nobody can tell.
    static func removed(from pages: [PDFPage]) -> [PDFPage] {
        let heights = pages.flatMap { $0.words.map(\.height) }.sorted()
        guard pages.count > 1, !heights.isEmpty else { return pages }
        let usual = heights[heights.count / 2]
        // Figures may well stand at the same place of two pages.
        func isLarge(_ word: PDFPage.Word) -> Bool {
            word.height * 10 >= usual * leastHeight
                && word.text.unicodeScalars.contains(where: \.properties.isAlphabetic)
        }
        var counts: [PDFPage.Word: Int] = [:]
        for page in pages {
            for word in Set(page.words.filter(isLarge)) { counts[word, default: 0] += 1 }
        }
        let repeated = counts.filter { $0.value > 1 && $0.value * 2 >= pages.count }
        guard !repeated.isEmpty else { return pages }
        return pages.map { page in
            PDFPage(words: page.words.filter { repeated[$0] == nil })
        }
    }

    /// How high its letters are at least, in tenths of a usual word's height.
    private static let leastHeight = 13
}
