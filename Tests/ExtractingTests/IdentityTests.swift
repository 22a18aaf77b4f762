import DocumentModel
import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// Who reports on which year, in the ways in which bodies say it.
struct IdentityTests {
    let catalog = try! FormCatalog()

    /// A page with a full form, and above it what is given.
    private func report(head: String = "", body: String, name: String = "page.html") throws
        -> Report
    {
        var dice = SplitMix64(seed: 1)
        let printed = PrintedReport.consistent(using: &dice)
        let page = ReportRenderer(catalog: catalog).render(printed, .page)
        let tables = page.ranges(of: "<table>\n").first!.lowerBound
        let end = page.ranges(of: "</table>").last!.upperBound
        let html = "<html><head>\(head)</head><body>\(body)\(page[tables..<end])"
        let document = try DocumentReading.read(Array(html.utf8), name: name)
        return try ReportExtraction(catalog: catalog).report(in: document, fileName: name)
    }

    @Test(arguments: [
        ("<h1>示例市财政局2024年政府信息公开工作年度报告</h1>", "示例市财政局", 2024),
        ("<h1>2023年下各镇政府信息公开工作年度报告</h1>", "下各镇", 2023),
        ("<h1>2023年示例县人民政府信息公开工作年度报告</h1>", "示例县人民政府", 2023),
        ("<p>示例区人民政府</p><p>2023 年政府信息公开工作年度报告</p>", "示例区人民政府", 2023),
        (
            "<h1>关于2021年度政府信息公开工作的年度报告</h1><p>发布时间：2022-01-25</p><p>示例县示例镇人民政府</p>"
                + "<p>关于2021年度政府信息公开工作的年度报告</p>", "示例县示例镇人民政府", 2021
        ),
        ("<h1>示例区人民政府<br>2024 年政府信息公开工作年度报告</h1>", "示例区人民政府", 2024),
        ("<h1>2022年度示例市政府信息公开工作年度报告</h1>", "示例市", 2022),
        ("<h1>示例市城市管理和综合执法局2023年度政府信息公开工作年度报告</h1>", "示例市城市管理和综合执法局", 2023),
        ("<h1>示例市财政局2025年度政府信息公开工作报告</h1>", "示例市财政局", 2025),
        ("<h1>示例县发展和改革局2023年政府信息公开年度报告-示例县发改局</h1>", "示例县发展和改革局", 2023),
        ("<h1>示例市市场监督管理局2021年政务信息公开年度报告</h1>", "示例市市场监督管理局", 2021),
        ("<h1>示例市气象局二○二四年政府信息公开工作年度报告</h1>", "示例市气象局", 2024),
        ("<h1>示例市财政局２０２４年政府信息公开工作年度报告</h1>", "示例市财政局", 2024),
        ("<h1>示例市财政局政府信息公开工作年度报告（2024年度）</h1>", "示例市财政局", 2024),
        ("<p>政府信息公开年报</p><h1>示例市财政局2024年政府信息公开工作年度报告</h1>", "示例市财政局", 2024),
        ("<h1>关于示例市财政局2024年政府信息公开工作情况的报告</h1>", "示例市财政局", 2024),
        ("<p>索引号：001 名称：示例市财政局2024年政府信息公开工作年度报告</p>", "示例市财政局", 2024),
        ("<p>正文</p><p>2024 年示例市科委政府信息公开工作</p><p>年度报告</p>", "示例市科委", 2024),
        ("<p>2025 年示例市人民政府办公厅政府</p><p>信息公开</p><p>工作年度报告</p>", "示例市人民政府办公厅", 2025),
        (
            "<p>2025 年示例市人民政府办公厅政府信息公开</p><p>工作年度报告</p>"
                + "<p>本年度报告根据《中华人民共和国政府信息公开条例》（以</p>", "示例市人民政府办公厅", 2025
        ),
        ("<p>示例市人民政府2016年</p><p>政府信息公开工作年度报告</p><p>示例市人民政府办公室</p>", "示例市人民政府", 2016),
        ("<p>名 称：某街道办事处2022年度 政府信息公开工作年度报告</p>", "某街道办事处", 2022),
        ("<p># 示例市财政局2024年政府信息公开工作年度报告</p>", "示例市财政局", 2024),
        ("<p>● 示例市财政局2024年政府信息公开工作年度报告</p>", "示例市财政局", 2024),
        ("<h1>国家税务总局示例市税务局2024年政府信息公开工作年度报告</h1>", "国家税务总局示例市税务局", 2024),
        ("<h1>【示例市财政局】2024年政府信息公开工作年度报告</h1>", "示例市财政局", 2024),
        ("<h1>“示例市财政局”2024年政府信息公开工作年度报告</h1>", "示例市财政局", 2024),
        ("<h1>1.示例市财政局2024年政府信息公开工作年度报告</h1>", "示例市财政局", 2024),
        ("<h1>示例市财政局 - 2024年政府信息公开工作年度报告 - 示例门户</h1>", "示例市财政局", 2024),
        ("<h1>示例市财政局关于发布2024年政府信息公开工作年度报告的公告</h1>", "示例市财政局", 2024),
        ("<h1>示例市财政局2024政府信息公开年度报告</h1>", "示例市财政局", 2024),
        ("<p>关于报送2024年度政府信息公开工作年度报告的函</p><p>示例市财政局</p>", "示例市财政局", 2024),
        ("<h1>示例市财政局2024年政府信息公开 工作告年度报</h1>", "示例市财政局", 2024),
        ("<h1>示例市財政局2024年政府信息公開年度報(bào)告</h1>", "示例市财政局", 2024),
        ("<h1>示例市體(tǐ)育局2024年政府信息公開工作年度報（bào）告</h1>", "示例市体育局", 2024),
        ("<h1>示例市财政局（2024年）政府信息公开工作年度报告</h1>", "示例市财政局", 2024),
        ("<h1>2025年1月15日 示例市财政局2024年政府信息公开工作年度报告</h1>", "示例市财政局", 2024),
        ("<h1>2025年1月示例市财政局2024年度政府信息公开工作年度报告</h1>", "示例市财政局", 2024),
        ("<h1>示例市财政局2024年1-12月政府信息公开工作年度报告</h1>", "示例市财政局", 2024),
        ("<h1>2024示例市财政局政府信息公开年度报告</h1>", "示例市财政局", 2024),
        ("<h1>示例市财政局政府信息公开工作年度报告</h1><p>（2024年度）</p>", "示例市财政局", 2024),
        ("<p>示例市财政局</p><p>政府信息公开工作年度报告</p><p>2024年</p><p>2025年1月</p>", "示例市财政局", 2024),
        ("<p>2024年度</p><p>示例市财政局政府信息公开工作年度报告</p>", "示例市财政局", 2024),
        ("<h1>示例市财政局政府信息公开工作年度报告2024</h1>", "示例市财政局", 2024),
        ("<h1>示例市财政局政府信息公开工作年度报告（2024）</h1>", "示例市财政局", 2024),
        ("<h1>附件1 示例市财政局2024年政府信息公开工作年度报告</h1>", "示例市财政局", 2024),
        ("<h1>（示例市财政局）2024年政府信息公开工作年度报告</h1>", "示例市财政局", 2024),
        ("<h1>2024年政府信息公开工作年度报告（示例市财政局）</h1>", "示例市财政局", 2024),
        ("<h1>2024年政府信息公开工作年度报告——示例市财政局</h1>", "示例市财政局", 2024),
        ("<h1>示例市2024年政府信息公开工作年度报告（示例市教育局）</h1>", "示例市教育局", 2024),
        ("<h1>示例市人民政府2024年政府信息公开工作年度报告（示例市人民政府办公室）</h1>", "示例市人民政府", 2024),
        ("<h1>2024年政府信息公开工作年度报告</h1><p>示例市财政局</p>", "示例市财政局", 2024),
        ("<h1>2024年政府信息公开工作年度报告</h1><p>（示例市财政局）</p>", "示例市财政局", 2024),
    ])
    func `titles are taken apart`(_ body: String, _ agency: String, _ year: Int) throws {
        let report = try report(body: body)
        #expect(report.agency.value == agency)
        #expect(report.agency.evidence == .title)
        #expect(report.year.value == year)
        #expect(report.year.evidence == .title)
    }

    @Test(arguments: [
        "<h1>示例市财政局2023-2024年政府信息公开工作年度报告</h1>",
        "<h1>示例市财政局2023年至2024年政府信息公开工作年度报告</h1>",
        "<h1>2023年度至2024年度示例市财政局政府信息公开工作年度报告</h1>",
        "<p>示例市财政局</p><p>政府信息公开工作年度报告</p><p>2024年</p><p>2023年</p>",
        "<p>2023年</p><p>2024年</p><p>示例市财政局政府信息公开工作年度报告</p>",
    ])
    func `of two years neither is the report's`(_ body: String) throws {
        #expect(throws: Rejection.self) { try report(body: body) }
    }

    @Test(arguments: [
        ("根据《条例》规定，现公布示例市人民政府2017年政府信息公开工作年度报告。", "示例市人民政府", 2017),
        ("按照要求，特编制示例市人民政府地方志办公室2023年政府信息公开工作年度报告。", "示例市人民政府地方志办公室", 2023),
        ("本报告根据《条例》要求,由示例市信访办编制的2009年度政府信息公开年度报告。", "示例市信访办", 2009),
        ("根據《條例》的要求，編制2021年度示例鎮人民政府信息公開年度報告。", "示例镇人民政府", 2021),
        ("现编制形成了《示例镇人民政府2023年政府信息公开工作年度报告》。", "示例镇人民政府", 2023),
        ("按照通知要求，现发布《示例县南山镇2023年政府信息公开工作年度报告》。", "示例县南山镇", 2023),
        ("根据《条例》要求，示例县水利局编制了2017年政府信息公开工作年度报告。", "示例县水利局", 2017),
        ("根据《条例》，现就南山镇2023年政府信息公开工作情况报告如下：", "南山镇", 2023),
        (
            "由示例区某街道办事处编制。统计期限从2022年1月1日至12月31止。", "示例区某街道办事处", 2022
        ),
        (
            "本报告按照《国务院办公厅关于印发〈2022年报告格式〉的通知》，由示例区某街道办事处综合各项数据编制。统计期限自2022年1月1日始至2022年12月31日止。",
            "示例区某街道办事处", 2022
        ),
    ])
    func `the opening sentence names the body where no title does`(
        _ sentence: String,
        _ agency: String,
        _ year: Int
    ) throws {
        // The body that put the page online need not be the one that reports.
        let report = try report(body: "<p>发布机构：某县政务服务中心</p><p>\(sentence)</p>")
        #expect(report.agency.value == agency)
        #expect(report.agency.evidence == .opening)
        #expect(report.year.value == year)
        #expect(report.warnings.contains { $0.code == .agencyFromOpening })
    }

    @Test(arguments: [
        "根据《条例》要求，示例旗人民政府办公室编制了2023年政府信息公开工作年度报告。",
        "根据《条例》规定，现公布区统计局2023年政府信息公开工作年度报告。", "本报告由市政府办公室编制。2023年政府信息公开工作年度报告。",
        "本报告由示例市政府信息公开工作领导小组办公室编制。2023年政府信息公开工作年度报告。",
        "根据《示例省人民政府关于做好2023年政府信息公开工作年度报告的通知》编制。",
        "示例市印发《示例市财政局2023年政府信息公开工作年度报告》。2023年1月1日至12月31日。",
        "现就各乡镇2023年政府信息公开工作情况报告如下：",
    ])
    func `a body that could be any is nobody's name`(_ sentence: String) throws {
        let period = "<p>数据统计期限为2023年1月1日至12月31日</p>"
        let rejection = #expect(throws: Rejection.self) {
            try report(body: "<p>\(sentence)</p>" + period)
        }
        #expect(rejection?.code == .agencyUnknown)
    }

    @Test func `a site's name behind a title is no body's`() throws {
        let title = "2024年政府信息公开工作年度报告-示例市人民政府"
        let rejection = #expect(throws: Rejection.self) {
            try report(head: "<title>\(title)</title>", body: "<p>正文</p>")
        }
        #expect(rejection?.code == .agencyUnknown)
    }

    @Test func `the opening sentence outweighs a line below the title that names another`() throws {
        let body =
            "<h1>2024年政府信息公开工作年度报告</h1><p>示例市人民政府办公室</p>"
            + "<p>根据《条例》要求，由示例市信访局编制的2024年度政府信息公开年度报告。</p>"
        let report = try report(body: body)
        #expect(report.agency.value == "示例市信访局")
        #expect(report.agency.evidence == .opening)
        #expect(report.warnings.contains { $0.code == .agencyDiffers })
    }

    @Test func `a signature that differs from the line below the title is told`() throws {
        let body =
            "<h1>2024年政府信息公开工作年度报告</h1><p>示例市财政局</p><p>概述如下。</p>"
            + "<p>示例市教育局</p><p>2025年1月19日</p>"
        let report = try report(body: body)
        #expect(report.agency.value == "示例市教育局")
        #expect(report.warnings.contains { $0.code == .agencyDiffers })
    }

    @Test func `a metadata block is no body's name`() throws {
        let rejection = #expect(throws: Rejection.self) {
            try report(body: "<p>索 引 号 014416330/2018-04736 分 类 政府信息公开年报 其他</p>")
        }
        #expect(rejection?.agency == nil)
    }

    @Test func `a sidebar's other years are no conflict where the title field decides`() throws {
        let report = try report(
            head: "<meta name=ArticleTitle content='示例市财政局2024年政府信息公开工作年度报告'>",
            body: "<li>示例市财政局2022年政府信息公开工作年度报告<li>示例市财政局2023年政府信息公开工作年度报告"
                + "<h1>示例市财政局2024年政府信息公开工作年度报告</h1>"
        )
        #expect(report.year.value == 2024)
    }

    @Test func `a title field of the site alone doesn't hide the title`() throws {
        let report = try report(
            head: "<title>政府信息公开年报-示例门户</title>",
            body: "<h1>示例市财政局2024年政府信息公开工作年度报告</h1>"
        )
        #expect(report.agency.value == "示例市财政局")
        #expect(report.year.value == 2024)
    }

    @Test(arguments: [
        ("<h1>示例市财政局2024年政府信息公开工作年度报告</h1><p>统计期限自2023年1月1日起至2023年12月31日止。", ""),
        ("<h1>示例市财政局2024年政府信息公开工作年度报告</h1>", "<title>示例市财政局2023年政府信息公开工作年度报告</title>"),
        ("<p>示例市财政局2022年政府信息公开工作年度报告<p>示例市财政局2023年政府信息公开工作年度报告", ""),
    ])
    func `two years refuse the file and both are named`(_ body: String, _ head: String) throws {
        let rejection = #expect(throws: Rejection.self) { try report(head: head, body: body) }
        #expect(rejection?.code == .yearConflict)
        #expect(rejection?.details.count == 4)
        #expect(rejection?.year == nil)
    }

    @Test func `the year comes from period, publication or file name where no title says it`()
        throws
    {
        let title = "<h1>示例市财政局政府信息公开工作年度报告</h1>"
        let period = try report(body: title + "<p>数据统计期限为2024年1月1日至12月31日</p>")
        #expect(period.year.value == 2024 && period.year.evidence == .period)
        let published = try report(body: title + "<p>发布日期：2024-01-22</p>")
        #expect(published.year.value == 2023 && published.year.evidence == .publication)
        #expect(published.warnings.contains { $0.code == .yearFromPublication })
        let named = try report(body: title, name: "finance-2022.html")
        #expect(named.year.value == 2022 && named.year.evidence == .fileName)
        #expect(named.warnings.contains { $0.code == .yearFromFileName })
    }

    @Test func `a date in a file's name is no year`() throws {
        let rejection = #expect(throws: Rejection.self) {
            try report(body: "<h1>示例市财政局政府信息公开工作年度报告</h1>", name: "art_2025_1_22_77.html")
        }
        #expect(rejection?.code == .yearUnknown)
        #expect(rejection?.agency == "示例市财政局")
    }

    @Test func `nobody says whose report it is`() throws {
        let rejection = #expect(throws: Rejection.self) {
            try report(body: "<h1>2024年政府信息公开工作年度报告</h1><p>来源：本网</p>")
        }
        #expect(rejection?.code == .agencyUnknown)
        #expect(rejection?.year == 2024)
    }

    @Test(arguments: [
        ("<p>发布日期：2025-01-22 来源：本网</p>", "2025-01-22"), ("<p>发布时间：2025年1月2日</p>", "2025-01-02"),
        ("<p>时间 : 2025-01-22 14:27:50 来源 : 本网</p>", "2025-01-22"),
        ("<p>来源:区人民政府办公室 时间:2025-01-22 10:01</p>", "2025-01-22"),
        ("<p>浏览时间：2026-03-01 发布时间：2025-01-22</p>", "2025-01-22"),
        ("<p>【发布日期】2025/1/22</p>", "2025-01-22"), ("<p>发布日期：</p><p>2025-01-22</p>", "2025-01-22"),
        ("<table><tr><td>发布日期<td>2025-01-22<td>索引号<td>0001</table>", "2025-01-22"),
        ("<p>成文日期：2025-01-19</p><p>发布日期：2025-01-22</p>", "2025-01-22"),
    ])
    func `the day of publication is found`(_ body: String, _ day: String) throws {
        let report = try report(body: body + "<h1>示例市财政局2024年政府信息公开工作年度报告</h1>")
        #expect(report.published?.value.description == day)
    }

    @Test func `a signature's day is no day of publication`() throws {
        let report = try report(body: "<h1>示例市财政局2024年政府信息公开工作年度报告</h1><p>2025年1月19日</p>")
        #expect(report.published == nil)
    }
}
