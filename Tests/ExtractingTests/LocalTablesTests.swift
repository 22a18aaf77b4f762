import Extracting
import FormCatalog
import Reading
import ReportModel
import Testing

/// Tables that bodies made for themselves before there was a sheet: 指标 | 计量单位 | 2010年度 | 历年累计.
struct LocalTablesTests {
    private static let catalog = try! FormCatalog()

    private func claims(_ first: String, _ second: String) throws -> [String] {
        let rows = [
            ("主动公开信息数", 1302, 3980), ("受理依申请公开信息总数", 35, 112), ("其中：1.当面申请数", 12, 40),
            ("本年度对申请的答复总数", 34, 110), ("其中：1.同意公开答复数", 30, 100), ("行政复议数", 1, 2),
        ]
        let table = rows.map {
            "<tr><td>\($0.0)</td><td>条</td><td>\($0.1)</td><td>\($0.2)</td></tr>"
        }
        let page = """
            <h1>示例市2010年政府信息公开工作年度报告</h1><p>一、概述</p><p>七、附表</p><table>\
            <tr><td>指标名称</td><td>计量单位</td><td>\(first)</td><td>\(second)</td></tr>\
            \(table.joined())</table>
            """
        let document = try DocumentReading.read(Array(page.utf8), name: "a.html")
        let report = try ReportExtraction(catalog: Self.catalog)
            .report(in: document, fileName: "a.html")
        return report.claims.map { claim in
            "\(claim.subject.rawValue) \(claim.kind.rawValue) \(claim.value.map { "\($0)" } ?? "")"
        }
    }

    @Test(arguments: [("2010年度", "历年累计"), ("2010年度", "2009年度"), ("本年度", "累计")])
    func `a figure stands below the year's header`(_ first: String, _ second: String) throws {
        let claims = try claims(first, second)
        #expect(claims.contains("requests received 35"))
        #expect(claims.contains("requests granted 30"))
        #expect(claims.contains("review total 1"))
        #expect(claims.count == 4)
    }

    @Test(arguments: [("历年累计", "2010年度"), ("2009年度", "2010年度"), ("累计", "本年度")])
    func `another year's column in front gives nothing`(_ first: String, _ second: String) throws {
        let claims = try claims(first, second)
        #expect(claims.contains("requests received 112"))
        #expect(claims.contains("requests granted 100"))
        #expect(claims.count == 4)
    }

    @Test
    func `a table of other years only is no report on this one`() {
        #expect(throws: Rejection.self) { try claims("2008年度", "2009年度") }
    }
}
