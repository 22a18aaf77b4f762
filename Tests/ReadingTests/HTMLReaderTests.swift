import DocumentModel
import Reading
import ReportModel
import Testing

struct HTMLReaderTests {
    /// A page's tables as rows of texts, merged cells spread, a gap as `∅`.
    private func tables(_ html: String) throws -> [[[String]]] {
        let document = try DocumentReading.read(Array(html.utf8), name: "page.html")
        return document.blocks.compactMap { block in
            guard case .grid(let grid) = block else { return nil }
            return grid.rows.map { row in
                (0..<grid.width).map { grid.cell(row, $0)?.text ?? "∅" }
            }
        }
    }

    private func lines(_ html: String) throws -> [String] {
        let document = try DocumentReading.read(Array(html.utf8), name: "page.html")
        return document.blocks.compactMap { block in
            if case .line(let line) = block { line.text } else { nil }
        }
    }

    @Test func `spans spread over the places that they cover`() throws {
        let html = """
            <table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e</table>
            """
        #expect(try tables(html) == [[["a", "b", "b"], ["a", "c", "d"], ["e", "∅", "∅"]]])
    }

    @Test func `a row span of zero reaches to the end of its group`() throws {
        let html = """
            <table><tbody><tr><td rowspan=0>a<td>b<tr><td>c</tbody><tr><td>d<td>e</table>
            """
        #expect(try tables(html) == [[["a", "b"], ["a", "c"], ["d", "e"]]])
    }

    @Test func `a table that holds tables is layout and its words are lines`() throws {
        let html = """
            <table><tr><td>left</td><td>above<table><tr><td>1</td><td>2</td></tr></table>below</td>
            <td>right</td></tr></table>
            """
        #expect(try tables(html) == [[["1", "2"]]])
        #expect(try lines(html) == ["left", "above", "below", "right"])
    }

    @Test func `a table of one cell belongs to the cell that it stands in`() throws {
        let html = "<table><tr><td>a</td><td><table><tr><td>5</td></tr></table></td></tr></table>"
        #expect(try tables(html) == [[["a", "5"]]])
    }

    @Test(arguments: [
        "<td>1<td style='display:none'>9<td>2", "<td>1<td hidden>9<td>2",
        "<td>1<!-- <td>9 --><td>2", "<td>1<script>document.write('<td>9</td>')</script><td>2",
        "<td>1<span style=\"DISPLAY: none\">9</span><td>2", "<td>1<style>td{}</style><td>2",
        "<td>1<input type=hidden value=9><td>2",
        "<td>1<input style='display:none' value=9><td>2", "<td>1<template><td>9</template><td>2",
        "<td>1<![if !supportLists]><![endif]><td>2", "<td>1<?xml 9?><td>2",
        "<td>1<select><option>9</select><td>2", "<td>1<p style='display:none'>9<td>2",
        "<td>1<span style='font-size: 0px'>9</span><td>2",
        "<td>1<font style='opacity:0'>9</font><td>2",
    ])
    func `what is not shown is not read`(_ row: String) throws {
        #expect(try tables("<table><tr>\(row)</table>") == [[["1", "2"]]])
    }

    @Test func `a row or a table that is not shown is gone`() throws {
        let html = """
            <table><tr><td>1</td></tr><tr style="display:none"><td>9</td></tr><tr><td>2</td></tr></table>
            <table style="display:none"><tr><td>9</td><td>9</td></tr></table>
            <div style="display:none"><div><table><tr><td>8</td></tr></table></div></div><p>end</p>
            """
        #expect(try tables(html) == [[["1"], ["2"]]])
        #expect(try lines(html) == ["end"])
    }

    @Test func `an invisible cell keeps its place and has no text`() throws {
        let html = "<table><tr><td>1<td style='visibility:hidden'>9<td>2</table>"
        #expect(try tables(html) == [[["1", "", "2"]]])
    }

    @Test(arguments: [
        ("&nbsp;5&nbsp;", "5"), ("&#53;", "5"), ("&#x35;", "5"), ("&lt;5&gt;", "<5>"),
        ("5&amp;6", "5&6"), ("&ldquo;三&rdquo;", "“三”"), ("5 &unknown; 6", "5 &unknown; 6"),
        ("a<br>b", "a\nb"), ("<p>a</p><p>b</p>", "a\nb"), ("1\n 2", "1 2"), ("a<b>b</b>c", "abc"),
        ("1 < 2", "1 < 2"), ("<p>", ""), ("&copy2", "©2"),
        ("<input value=5>", "5"), ("1<input type=text value='5'>2", "1 5 2"),
        ("<input type=checkbox value=5>", ""), ("<textarea>5</textarea>", "5"),
        // What only a picture shows, nobody can read; a spacer shows nothing.
        ("<img src=5.png>", "\u{FFFC}"), ("<p><IMG SRC=5.png></p>&nbsp;", "\u{FFFC}"),
        ("<select><option>5</option></select>", "\u{FFFC}"),
        ("<svg><text>5</text></svg>", "\u{FFFC}"),
        ("<script>document.write(5)</script>", "\u{FFFC}"), ("<embed src=a>", "\u{FFFC}"),
        ("<iframe src=a></iframe>", "\u{FFFC}"),
        ("5<img src=dot.png>", "5"), ("<img src=spacer.gif width=1 height=20>", ""),
        ("<img src=5.png style='display:none'>", ""), ("<noscript>5</noscript>", ""),
        ("<table><tr><td><img src=5.png></table>", "\u{FFFC}"),
        ("<div style='font-size:0'><span style='font-size:14px'>5</span></div>", "5"),
        ("<style>.a{display:none}.b{font-size:9pt}</style><i class='b a'>1</i>2", "2"),
        ("<style>.tiny{font-size:0}</style>12<i class=tiny>1</i>", "12"),
        ("<style>.t{display:none}</style><i class=t style='Display: block'>1</i>2", "12"),
        ("<style>.t{display:none}</style><i class=t style='color:red'>1</i>2", "2"),
        ("<style>.t{display:none !important}</style><i class=t style='display:block'>1</i>2", "2"),
        ("<style>#t{display:none}.a.b{display:block}</style><i id=t class='a b'>1</i>2", "2"),
        ("<style>.tiny{font-size:0}</style>12<i class=tiny style='color:red'>1</i>", "12"),
        ("<style>.t{display:none}</style><i class=t style='display:none'>1</i>2", "2"),
        ("<style>.t{display:none} i.t.on{display:block}</style><i class='on t'>1</i>2", "12"),
        ("<style>.t{display:none} .t.on{display:block}</style><i class='t off'>1</i>2", "2"),
        ("<style>.t{display:none} .x .t.on{display:block}</style><i class='t on'>1</i>2", "2"),
    ])
    func `cell text is what a browser shows`(_ inner: String, _ text: String) throws {
        #expect(try tables("<table><tr><td>x<td>\(inner)</table>") == [[["x", text]]])
    }

    @Test(arguments: [
        ("<s>12</s>13", "1̶2̶13"), ("<del>12</del> 13", "1̶2̶ 13"), ("<strike>1</strike>2", "1̶2"),
        ("<span style='text-decoration: line-through'><b>1</b></span>2", "1̶2"),
        ("12<sup>1</sup>", "12¹"), ("12<sub>10</sub>", "12₁₀"), ("<sup>40</sup>5", "⁴⁰5"),
        ("<ruby>12<rt>3</rt></ruby>", "12³"), ("<ruby>12<rp>(</rp><rt>3<rp>)</ruby>", "12(³)"),
        ("12<span style='vertical-align:super'>1</span>", "12¹"),
        ("12<span style='VERTICAL-ALIGN: sub'>1</span>3", "12₁3"),
        ("<style>.old{text-decoration:line-through}</style><b class=old>12</b>13", "1̶2̶13"),
        (
            "<style>.old{color:red} .old{text-decoration:line-through}</style><b class=old>1</b>2",
            "1̶2"
        ),
        ("<style>.note{vertical-align:super}</style>12<i class='a note'>1</i>", "12¹"),
        ("<style>.tiny{font-size:0}</style>12<i class=tiny style='font-size:9pt'>1</i>", "121"),
        ("<span style='vertical-align:supper'>1</span>2", "12"),
    ])
    func `what is set off makes no number with what stands beside it`(
        _ inner: String,
        _ text: String
    ) throws {
        #expect(try tables("<table><tr><td>\(inner)<td>7</table>") == [[[text, "7"]]])
        #expect(try lines("<p>\(inner)</p><p>7</p>") == [text, "7"])
    }

    @Test func `what is struck out and never ended is so up to the end of its cell`() throws {
        #expect(
            try tables("<table><tr><td><s>1<td>2<tr><td>3</table>") == [[["1̶", "2"], ["3", "∅"]]]
        )
    }

    @Test func `a table between another's rows ends that one`() throws {
        let html = "<table><tr><td>a<td>b</tr><table><tr><td>c<td>d</table>"
        #expect(try tables(html) == [[["a", "b"]], [["c", "d"]]])
    }

    @Test func `cells know their lines`() throws {
        let html = "<html>\n<table>\n<tr><td>a</td>\n<td>\n\nb</td></tr></table>"
        let document = try DocumentReading.read(Array(html.utf8), name: "page.html")
        guard case .grid(let grid) = document.blocks.first else {
            Issue.record("no grid")
            return
        }
        #expect(grid.cells.map(\.origin.line) == [3, 6])
        #expect(grid.cells.map(\.origin.column) == [1, 2])
    }

    @Test func `a span beyond all bounds is clamped and a table beyond all bounds refused`() throws
    {
        #expect(try tables("<table><tr><td colspan=1000000>a</table>")[0][0].count == 1000)
        let bomb = String(repeating: "<td colspan=1000 rowspan=60000>x", count: 400)
        #expect(throws: Rejection.self) { try tables("<table><tr>\(bomb)</table>") }
    }

    @Test func `title and metadata are kept apart`() throws {
        let html = """
            <title>示例&amp;市</title><meta name="PubDate" content="2025-01-22"><p>x</p>
            """
        let document = try DocumentReading.read(Array(html.utf8), name: "page.html")
        #expect(document.title == "示例&市")
        #expect(document.metadata.map(\.name) == ["PubDate"])
        #expect(document.metadata.map(\.content) == ["2025-01-22"])
    }

    @Test(arguments: [
        "<", "<t", "<table", "<table><tr><td", "<!--", "<!-", "</", "</table", "&", "&#", "&#x",
        "<td colspan=", "<td colspan=\"", "<script>", "<script><!--<script>", "<title>",
        "<![CDATA[",
        "<table><table><table>", "</td></tr></table>", "<td>", "<tr><td hidden>", "<a b='",
    ])
    func `a page that breaks off anywhere is read to its end`(_ html: String) throws {
        _ = try tables("<p>x</p>" + html)
    }

    @Test func `deep nesting is linear and loses nothing`() throws {
        let depth = 20_000
        let html =
            String(repeating: "<div>", count: depth) + "<table><tr><td>1<td>2</table>"
            + String(repeating: "</div>", count: depth)
        #expect(try tables(html) == [[["1", "2"]]])
        let nested = String(repeating: "<table><tr><td>", count: 5_000) + "1<td>2"
        #expect(try tables(nested).last == [["1", "2"]])
    }
}
