import DocumentModel
import Foundation
import Reading

/// Prints the tables that the web reader makes of pages, one JSON line a page: a list of tables, a table a list of
/// rows, a row a list of cells' texts without white space. For `scripts/differential`.
@main
enum TableDump {
    static func main() throws {
        for path in CommandLine.arguments.dropFirst() {
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            var tables: [[[String]]]? = nil
            if let document = try? DocumentReading.read(bytes, name: "page.html") {
                tables = document.blocks.compactMap { block in
                    guard case .grid(let grid) = block else { return nil }
                    return grid.rows.map { row in
                        grid.cells.filter { $0.row == row }.map { cell in
                            var seen = String.UnicodeScalarView()
                            seen.append(
                                contentsOf: cell.text.unicodeScalars.filter {
                                    !TextLine.isSpace($0)
                                }
                            )
                            return String(seen)
                        }
                    }.filter { !$0.isEmpty }
                }
            }
            let data = try JSONEncoder().encode(tables)
            print(String(decoding: data, as: UTF8.self))
        }
    }
}
