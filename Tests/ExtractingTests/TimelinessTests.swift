import FormCatalog
import ReportModel
import Testing

/// Whether all requests were answered in time is told only where the text says so of all.
struct TimelinessTests {
    private static let catalog = try! FormCatalog()

    @Test(
        arguments: [
            ("受理政府信息公开申请36件，按时答复35件。", []),
            ("受理政府信息公开申请36件，其中按时答复35件，超期答复1件。", ["not_all_on_time"]),
            ("收到政府信息公开申请36件，其中12件按期答复，3件不予受理。", []),
            ("收到政府信息公开申请36件，答复36件，其中未在法定期限内答复1件。", ["not_all_on_time"]),
            ("收到政府信息公开申请36件，其中1件超过法定期限答复。", ["not_all_on_time"]),
            ("收到政府信息公开申请36件，除1件外均在法定期限内答复。", []),
            ("收到政府信息公开申请36件，基本在法定期限内答复。", []),
            ("依申请公开按时办结率未达到100%。", []),
            ("收到政府信息公开申请36件，无超期答复。", ["all_on_time"]),
            ("收到政府信息公开申请36件，超期答复0件。", []),
            ("收到政府信息公开申请36件，无一件超期。", ["all_on_time"]),
            ("收到政府信息公开申请36件，未发生逾期答复情况。", ["all_on_time"]),
            ("收到政府信息公开申请36件，力争零超期。", []),
            ("收到政府信息公开申请36件，按时办结36件。", ["all_on_time"]),
            ("全年共收到并按时办结政府信息公开申请16件。", ["all_on_time"]),
            ("收到政府信息公开申请36件，办结35件，均在法定期限内答复。", ["all_on_time"]),
            // Whatever is not answered yet was carried over or is being worked on.
            ("收到政府信息公开申请19件，其中17件在法定期限内完成答复，2件转至下年继续办理。", ["all_on_time"]),
            ("收到政府信息公开申请36件，上年结转2件，按时办结34件，结转下年4件。", ["all_on_time"]),
        ]
    )
    func `timely answers are those of all or not said to be`(
        _ prose: String,
        _ expected: [String]
    ) throws {
        let told = try report(saying: prose, Self.catalog).claims.map(\.kind.rawValue)
        #expect(told.filter { $0.hasSuffix("all_on_time") } == expected)
    }

    @Test(
        arguments: [
            ("依申请公开按时办结率未达到100%。", []),
            ("依申请公开答复率较去年提高5%，达到100%。", []),
            ("依申请公开按时答复率由去年的98%提高到100%。", []),
            ("收到申请36件，较2023年增长20%，办结率为100%。", ["change_on_year 20", "completion_rate 100"]),
        ]
    )
    func `a rate that was not reached, was another year's or has changed is no rate`(
        _ prose: String,
        _ expected: [String]
    ) throws {
        let told = try report(saying: prose, Self.catalog).claims.filter { $0.unit == .percent }
        #expect(told.map(\.brief) == expected.map { "requests " + $0 })
    }

    @Test(
        arguments: [
            "确保依申请公开按时答复率100%。", "力争依申请公开平均办理时间控制在10天以内。",
            "预计2025年收到政府信息公开申请50件。", "日均收到政府信息公开申请3件。",
            "平均每月受理政府信息公开申请3件。", "政府信息公开处理费收取标准为10元/件。",
            "政府信息公开信息处理费按每件10元收取。",
        ]
    )
    func `plans, means and prices are no figures`(_ prose: String) throws {
        #expect(try report(saying: prose, Self.catalog).claims.map(\.brief) == [])
    }

    @Test func `an office's number isn't the region's because that is named behind it`() throws {
        let own = try report(
            saying: "市政府本级共收到政府信息公开申请86件，已全部办理，全市收到423件。",
            by: "示例市人民政府",
            Self.catalog
        )
        #expect(own.claims.first { $0.value == ExactDecimal(86) }?.scope == nil)
        let whole = try report(
            saying: "2024年，全市共收到政府信息公开申请927件，上年结转34件。",
            by: "示例市人民政府",
            Self.catalog
        )
        #expect(whole.claims.filter { $0.scope == .wholeRegion }.count == 2)
    }
}
