import FormCatalog
import Foundation
import Specimens

/// Portal pages: reports pasted out of a word processor, among navigation, scripts and styles, 100 kB each.
struct PortalPages {
    private let renderer: ReportRenderer
    private let catalog: FormCatalog
    private let chrome: String

    init(catalog: FormCatalog) {
        self.catalog = catalog
        renderer = ReportRenderer(catalog: catalog)
        let links = (0..<400).map {
            "<li><a href=\"/col/\($0)/index.html\" target=\"_blank\">栏目\($0)</a></li>"
        }
        let script = String(
            repeating: "function f(a,b){if(a<b&&b>1){return a+\"</td>\"}}\n",
            count: 500
        )
        chrome =
            "<style>\(String(repeating: ".nav li a:hover{color:#c00}\n", count: 300))</style>"
            + "<script>\(script)</script><ul>\(links.joined(separator: "\n"))</ul>"
    }

    /// The page of a seed.
    func page(_ seed: Int) -> [UInt8] {
        var dice = SplitMix64(seed: UInt64(seed))
        let printed = PrintedReport.consistent(using: &dice)
        let page = renderer.render(printed, .pastedPage)
        return Array(page.replacing("<h1>", with: chrome + "<h1>").utf8)
    }

    /// Writes pages of the seeds from 0 on into a folder.
    func write(_ count: Int, to folder: String) throws {
        let url = URL(filePath: folder)
        for number in 0..<count {
            let below = url.appending(path: String(number / 1000))
            try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
            try Data(page(number)).write(to: below.appending(path: "\(number).html"))
        }
    }
}
