public import Phrasebook
public import ReportModel

/// A page of the bundle: one file that needs no other, no server and no network.
public struct Page: Sendable {
    private let title: Wording
    private let trail: [(Wording, String)]
    private let content: [HTMLNode]
    private let footer: Wording

    /// A page.
    ///
    /// - Parameters:
    ///   - title: what it is about.
    ///   - trail: the pages above it, from the first one, each with its address.
    ///   - footer: what stands below.
    ///   - content: its pieces.
    public init(
        _ title: Wording,
        trail: [(Wording, String)],
        footer: Wording,
        _ content: [HTMLNode]
    ) {
        self.title = title
        self.trail = trail
        self.footer = footer
        self.content = content
    }

    private static let style = EmbeddedFiles.text["Pages/Assets/page.css"] ?? ""
    private static let script = EmbeddedFiles.text["Pages/Assets/page.js"] ?? ""
    /// Nothing may be fetched, and nothing may run but what we wrote.
    private static let policy =
        "default-src 'none'; style-src '\(source(of: style))'; "
        + "script-src '\(source(of: script))'; base-uri 'none'; form-action 'none'"

    /// The page as a file that shows a language first.
    public func bytes(in language: Language) -> [UInt8] {
        var page = Array(
            "<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\" data-lang=\"\(language.rawValue)\">\n"
                .utf8
        )
        let headTitle = language == .english ? title.english : title.chinese
        HTMLNode.tag(
            "head",
            [],
            .tag("meta", [("charset", "utf-8")]),
            .tag("meta", [("http-equiv", "Content-Security-Policy"), ("content", Self.policy)]),
            .tag(
                "meta",
                [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]
            ),
            .tag("meta", [("name", "referrer"), ("content", "no-referrer")]),
            .tag("title", [], .text(headTitle))
        ).write(to: &page)
        // The style stands inside the head: a browser moves it there.
        page.removeLast("</head>".utf8.count)
        page += "<style>\(Self.style)</style></head>\n<body>\n".utf8
        let links = trail.map { HTMLNode.link($0.1, .both($0.0)) }
        let body: [HTMLNode] = [
            .tag(
                "header",
                [],
                .element("nav", [], links + [.text(links.isEmpty ? "" : " "), .text("")]),
                .tag(
                    "button",
                    [("class", "language"), ("type", "button")],
                    .both(Wording("中文", "English"))
                )
            ),
            .element("main", [], [.tag("h1", [], .both(title))] + content),
            .tag("footer", [], .both(footer)),
        ]
        for node in body { node.write(to: &page) }
        page += "\n<script>\(Self.script)</script>\n</body>\n</html>\n".utf8
        return page
    }

    /// What a browser compares a style or a script with.
    private static func source(of text: String) -> String {
        "sha256-" + ContentHash(of: Array(text.utf8)).base64
    }
}
