import DocumentModel
import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// Documents that have the form's tables, or speak of them, and are no report of a public body.
struct OtherDocumentTests {
    private static let catalog = try! FormCatalog()

    /// The refusal of a page with a whole form below its title.
    private func refusal(titled title: String) throws -> Rejection.Code? {
        var dice = SplitMix64(seed: 3)
        let printed = PrintedReport.consistent(using: &dice)
        let page = ReportRenderer(catalog: Self.catalog).render(printed, .page)
        let tables = try #require(page.ranges(of: "<table>\n").first?.lowerBound)
        let html = "<html><body><h1>\(title)</h1>\(page[tables...])"
        let document = try DocumentReading.read(Array(html.utf8), name: "page.html")
        do throws(Rejection) {
            _ = try ReportExtraction(catalog: Self.catalog)
                .report(in: document, fileName: "page.html")
            return nil
        } catch {
            return error.code
        }
    }

    @Test(
        arguments: [
            ("示例大学2024学年信息公开工作年度报告", Rejection.Code.universityReport),
            ("示例职业学院2024年信息公开工作年度报告", .universityReport),
            ("示例市第一人民医院2024年信息公开工作年度报告", .enterpriseReport),
            ("示例市自来水公司2024年信息公开工作年度报告", .enterpriseReport),
            ("示例市财政局2024年上半年政府信息公开工作报告", .partOfYear),
            ("示例市财政局2024年第三季度政府信息公开工作报告", .partOfYear),
            ("365bet(中国)官方网站2024年政府信息公开工作年度报告", .nameReplaced),
            ("UedBet体育城市管理综合执法局2024年政府信息公开工作年度报告", .nameReplaced),
            ("某某手机官网入口财政局2024年政府信息公开工作年度报告", .nameReplaced),
        ] as [(String, Rejection.Code)]
    )
    func `another's report is refused by its own code`(_ title: String, _ code: Rejection.Code)
        throws
    {
        #expect(try refusal(titled: title) == code)
    }

    @Test(arguments: [
        "示例市体育局2024年政府信息公开工作年度报告", "示例市文物局2024年政府信息公开工作年度报告 - Tibet",
        "示例市福利彩票发行中心2024年政府信息公开工作年度报告",
        "示例大学城管理委员会2024年政府信息公开工作年度报告", "示例市公司登记局2024年政府信息公开工作年度报告",
    ])
    func `a body whose name has such words is one`(_ title: String) throws {
        #expect(try refusal(titled: title) == nil)
    }
}
