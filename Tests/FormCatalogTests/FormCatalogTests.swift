import FormCatalog
import ReportModel
import Testing

struct FormCatalogTests {
    let catalog = try! FormCatalog()

    @Test func `every row and column of the form has its official words`() {
        for code in CellCode.all {
            let labels = catalog.official.labels(of: code)
            #expect(labels.row.contains { !$0.isASCII }, "\(code.name)")
            #expect(labels.column.contains { !$0.isASCII }, "\(code.name)")
        }
    }

    @Test func `every official row is found by its own words`() {
        for row in RequestRow.allCases {
            let label = catalog.official.labels(of: .request(row, .total)).row
            #expect(catalog.requestRows.item(for: LabelKey(label)) == row)
        }
    }

    @Test(arguments: [
        ("1.属于国家秘密", "属于国家秘密"), ("１．属于国家秘密", "属于国家秘密"), ("1、属于国家秘密", "属于国家秘密"),
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开"),
        ("(七) 总 计", "总计"), ("3.其它", "其他"), ("3.危及〝三安全一稳定〞", "危及三安全一稳定"), ("三、", ""),
        ("3.危及“三安全一稳定”", "危及三安全一稳定"),
        ("3.危及\"三安全一稳定\"", "危及三安全一稳定"), ("行政规范性\n文件", "行政规范性文件"),
        ("本年收费金额（单位：万元）", "本年收费金额"), ("三安全一稳定", "三安全一稳定"),
        ("第二十条　第(五)项", "第二十条第项"),
    ])
    func `what varies from page to page is left out of a label's key`(
        _ printed: String,
        _ key: String
    ) {
        #expect(LabelKey(printed).description == key)
    }

    @Test func `a wording changes the fingerprint only with the files`() throws {
        #expect(try FormCatalog().fingerprint == catalog.fingerprint)
    }
}
