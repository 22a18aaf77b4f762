import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// Names of columns and rows with a character too many, too few or another, which the names around them tell.
struct MisprintedLabelTests {
    let catalog = try! FormCatalog()

    private func printed(_ edition: EditionID) -> PrintedReport {
        var dice = SplitMix64(seed: 20)
        return PrintedReport.consistent(using: &dice, edition: edition)
    }

    private func read(
        _ printed: PrintedReport,
        _ layout: ReportLayout,
        _ label: String,
        as misprint: String
    ) throws -> Report {
        let text = ReportRenderer(catalog: catalog).render(printed, layout)
        #expect(text.contains(label))
        let changed = text.replacing(label, with: misprint)
        let document = try DocumentReading.read(Array(changed.utf8), name: layout.fileName)
        return try ReportExtraction(catalog: catalog)
            .report(in: document, fileName: layout.fileName)
    }

    private static let layouts: [ReportLayout] = [
        .page, .spacedLines, .tabs, .barredFilledUp, .markdown,
    ]

    @Test(
        arguments: layouts,
        [
            (EditionID.e2021, "行政事业性收费", "行政事业型收费"), (.e2021, "本年制发件数", "本年制发的件数"),
            (.e2021, "现行有效件数", "现有效件数"), (.e2021, "本年处理决定数量", "本年度处理决定数量"),
            (.e2021, "商业企业", "企业"), (.e2021, "社会公益组织", "社会组织"), (.e2021, "法律服务机构", "法律服务组织"),
            (.e2021, "结果维持", "维持"), (.e2021, "尚未审结", "尚未审理结"), (.e2021, "未经复议直接起诉", "未经复议直接诉讼"),
            (.e2021, "一、本年新收政府信息公开申请数量", "一、本年新收政府信息申请数量"),
            (.e2014, "政务微博公开政府信息数", "政务微搏公开政府信息数"), (.e2014, "申请答复数", "申请答复总数"),
            (.e2014, "举办各类培训班数", "举办各类培训班次数"),
        ]
    )
    func `a misprinted name costs no figure`(
        layout: ReportLayout,
        label: (edition: EditionID, printed: String, misprint: String)
    ) throws {
        let printed = printed(label.edition)
        let report = try read(printed, layout, label.printed, as: label.misprint)
        #expect(printed.wrong(in: report) == 0)
        #expect(printed.unread(in: report).isEmpty)
        #expect(report.warnings.allSatisfy { $0.code == .labelMisprinted })
        #expect(report.warnings.contains { $0.details == [label.misprint, label.printed] })
    }

    @Test(
        arguments: [
            // Of the year before, new ones only, and another thing altogether.
            ("本年废止件数", "上年废止件数"), ("本年制发件数", "本年新制发件数"), ("行政处罚", "行政处分"), ("复议后起诉", "复议前起诉"),
        ]
    )
    func `what a changed character makes another thing is no misprint`(
        label: (String, String)
    ) throws {
        let printed = printed(.e2021)
        for layout in Self.layouts {
            let report = try read(printed, layout, label.0, as: label.1)
            #expect(printed.wrong(in: report) == 0)
            #expect(!printed.unread(in: report).isEmpty)
            #expect(!report.warnings.contains { $0.code == .labelMisprinted })
        }
    }

    @Test func `a row that differs by 不 from the one beside it is no misprint of it`() throws {
        let printed = printed(.e2014)
        let report = try read(printed, .page, "不同意公开答复数", as: "未同意公开答复数")
        #expect(printed.wrong(in: report) == 0)
        #expect(!printed.unread(in: report).isEmpty)
    }
}
