import DocumentModel
import Extracting
import FormCatalog
import Reading
import ReportModel
import Specimens
import Testing

/// What the text says comes out with the subject that it is about, and nothing else.
struct ClaimTests {
    private static let catalog = try! FormCatalog()

    private func claims(_ prose: String) throws -> [String] {
        try report(saying: prose, Self.catalog).claims.map(\.brief)
    }

    @Test(
        arguments: [
            (
                "2024年,共办理依申请公开216件,均在法定期限内答复。其中,按申请人情况分类,194件为自然人申请,21件为商业企业申请,1件为其他申请。",
                [
                    "requests answered 216", "requests all_on_time",
                    "requests from_natural_person 194", "requests from_org_business 21",
                    "requests from_org_other 1",
                ]
            ),
            (
                "全年收政府信息公开申请464件，结转上年度政府信息公开申请3件，本年度办结441件，剩余26件结转下年度办理。",
                [
                    "requests received 464", "requests carried_in 3", "requests answered 441",
                    "requests carried_out 26",
                ]
            ),
            (
                "共收到依申请公开办理事项7件，其中，6件均严格按时限依法依规答复，1件结转下年办理。",
                ["requests received 7", "requests carried_out 1"]
            ),
            (
                "共收到依申请公开请求30件。其中，同意全部公开答复数20件，同意部分公开答复数2件，不同意公开答复数8件。",
                [
                    "requests received 30", "requests granted 20", "requests partial 2",
                    "requests refused 8",
                ]
            ),
            ("街道通过政府门户网站共办理并答复信息公开申请3件、纸质申请36件，顺延至下一年答复2件。", ["requests carried_out 2"]),
            (
                "全县全年共受理政府信息公开申请749件，其中自然人申请741件，法人或其他组织申请8件；共办理718件。",
                [
                    "requests received 749", "requests from_natural_person 741",
                    "requests from_organisations 8", "requests answered 718",
                ]
            ),
            (
                "我局收到依申请信息公开26件，及时回复申请人。全年受理网络问政182件。受理公共诉求90件，办结热线工单12件。",
                [
                    "requests received 26", "requests unspecified", "web_messages received 182",
                    "web_messages received 90", "hotline answered 12",
                ]
            ),
            (
                "所有办结的信息公开申请中同意公开答复9件，部分公开答复0件，不予公开答复2件，无法提供的10件，转下一年度办理答复的有1件。",
                [
                    "requests granted 9", "requests partial 0", "requests refused 2",
                    "requests unable 10", "requests carried_out 1",
                ]
            ),
            (
                "街道共收到信息公开申请7件，上年度结转1件；予以公开3件，无法提供4件，结转下年继续办理1件。",
                [
                    "requests received 7", "requests carried_in 1", "requests granted 3",
                    "requests unable 4", "requests carried_out 1",
                ]
            ),
            (
                "收到依申请公开件176件。办结依申请公开件177件（含2023年结转的3件），另2023年结转2件。",
                ["requests received 176", "requests answered 177", "requests carried_in 3"]
            ),
            (
                "共收到信息公开申请7件，办理答复8件（其中1 件为去年结转）。全年未收到行政许可申请。",
                ["requests received 7", "requests answered 8", "requests carried_in 1"]
            ),
            (
                "依申请公开信息12条，不予公开信息27条，不予公开文件3件。收到政府信息公开申请4条，不予公开3条。否决公开答复总数2件。",
                ["requests received 4", "requests refused 3", "requests refused 2"]
            ),
            (
                "我办全年未接到信息公开申请。收到有关政府信息公开的行政复议申请2件，发生3起关于政府信息公开的行政诉讼案件。",
                ["requests received 0", "review total 2", "litigation total 3"]
            ),
            (
                "收到政府信息公开申请0件，全年没有发生因政府信息公开申请行政复议和提起行政诉讼的情况。",
                ["requests received 0", "review total 0", "litigation total 0"]
            ),
            (
                "收到政府信息公开申请12件。全年未发生因依申请公开被行政复议纠错或行政诉讼败诉情形。",
                ["requests received 12", "review corrected 0", "litigation corrected 0"]
            ),
            // 无 belongs to 无法提供 and 没有 to 说明, not to what was lost.
            (
                "收到政府信息公开申请12件。有一起答复因认定无法提供不当被复议机关纠错，有一起因没有说明理由被法院判败诉。",
                ["requests received 12"]
            ),
            (
                "全年未发生行政复议、行政诉讼。",
                ["review total 0", "litigation total 0"]
            ),
            (
                "本年制发行政规范性文件4件，废止3件，现行有效32件。主动公开规范性文件2件。全年收到政府信息公开申请6件。",
                [
                    "documents made 4", "documents repealed 3", "documents in_force 32",
                    "requests received 6",
                ]
            ),
            (
                "予以公开的125件,部分公开的5件,不予公开的3件,无法提供的24件,不予受理的1件,其他处理(含撤销申请)58件,剩余8件转下年度办理。",
                [
                    "requests granted 125", "requests partial 5", "requests refused 3",
                    "requests unable 24", "requests unprocessed 1", "requests other 58",
                    "requests carried_out 8",
                ]
            ),
            (
                "收到有效留言613条，已办结611条，留言总体办结率99.6%，平均办结天数2.74天。",
                [
                    "web_messages received 613", "web_messages answered 611",
                    "web_messages completion_rate 99.6", "web_messages average_days 2.74",
                ]
            ),
            (
                "答复政府信息公开申请805件（含上年度结转申请18件，另有72件申请顺延到下年度答复）。",
                [
                    "requests answered 805", "requests carried_in 18", "requests carried_out 72",
                ]
            ),
            (
                "政府信息公开行政复议351件，其中结果维持72件，尚未审结37件；行政诉讼46件，均获维持。",
                [
                    "review total 351", "review maintained 72", "review pending 37",
                    "litigation total 46", "litigation all_maintained",
                ]
            ),
            (
                "政府信息公开申请：受理408件，办结391件，到期办结率100%，予以公开42件，占42.86%。",
                [
                    "requests received 408", "requests answered 391", "requests on_time_rate 100",
                    "requests granted 42", "requests share 42.86",
                ]
            ),
            (
                "所有政府信息公开申请均已按期办结，办结率达100%。",
                ["requests all_on_time", "requests completion_rate 100"]
            ),
            ("12345热线办结率100%，满意率100%。", ["hotline completion_rate 100"]),
            ("对政府信息公开申请，确保在法定期限内答复。", []),
            ("依申请公开中多数部门能在法定时限内进行答复。", ["requests not_all_on_time"]),
            ("1宗政府信息公开申请仍在法定办理期限内。", ["requests pending_within_limit 1"]),
            ("全年收取政府信息公开信息处理费3940元。", ["requests fees_yuan 3940"]),
            ("全年主动公开政府信息14万余条。", ["information proactive_items ~140000"]),
            ("国办公开办函〔2021〕30号，2024年1月1日至12月31日，电话0517-83605210。", []),
            ("依申请公开中收到政府信息公开申请，共22件。", ["requests received 22"]),
            (
                "本年度未收到政府信息公开申请，未发生行政复议、行政诉讼。",
                ["requests received 0", "review total 0", "litigation total 0"]
            ),
        ]
    )
    func `a sentence says what it says`(_ prose: String, _ wanted: [String]) throws {
        #expect(try claims(prose) == wanted)
    }

    @Test(
        arguments: [
            ("收到申请20件，按时答复率为98.5%。", ["requests received 20", "requests on_time_rate 98.5"]),
            ("提高了政府信息公开申请按时答复的比例。", []),
            ("政府信息公开申请按时答复率提高5%。", []),
            ("政府信息公开申请平均办理时间比法定时限缩短5个工作日。", []),
            ("依申请公开平均提前3个工作日答复。", []),
            ("依申请公开平均办理时间比法定的20个工作日短。", []),
            ("申请平均办理时限由15个工作日压缩至10个工作日。", []),
            ("申请平均办理时间由去年的12天缩短至8天。", []),
            (
                "依申请公开平均办理时间为8.5个工作日，比上年缩短1.2个工作日。",
                ["requests average_days 8.5"]
            ),
            ("政府信息公开申请平均用时不到5个工作日。", ["requests average_days ~5"]),
            ("政府信息公开申请平均在5个工作日内答复。", ["requests average_days ~5"]),
            ("政府信息公开申请办结率达98%以上。", ["requests completion_rate ~98"]),
            ("收到申请约30件。", ["requests received ~30"]),
            ("依申请公开收取检索费120元、复印费35.5元。减免费用0元。", []),
        ]
    )
    func `how fast and how much is said of all, or not at all`(
        _ prose: String,
        _ wanted: [String]
    ) throws {
        #expect(try claims(prose) == wanted)
    }

    @Test(
        arguments: [
            (
                "2023年受理申请20件，2024年受理申请35件。",
                ["requests received 20 of 2023", "requests received 35"]
            ),
            ("去年同期受理申请20件。", ["requests received 20 of 2023"]),
            (
                "上年结转申请2件，新收申请10件。",
                ["requests carried_in 2", "requests received 10"]
            ),
            ("自条例施行以来累计受理申请100件，其中2024年受理35件。", ["requests received 35"]),
            ("今年以来，我局受理申请35件。", ["requests received 35"]),
            ("自2008年5月1日至2024年底，累计受理申请100件，答复100件。", []),
            ("2008-2024年，共受理申请500件。", []),
            ("2024年1-11月受理申请30件。", []),
            ("2024年1月1日至12月31日，受理申请30件。", ["requests received 30"]),
            ("2024年受理申请数比2023年的20件增加15件。", []),
            ("受理申请35件，历年累计100件。", ["requests received 35"]),
            (
                "共收到申请35件，其中收到信函申请12件，收到网上申请23件。",
                ["requests received 35"]
            ),
            ("网上受理申请20件，现场受理申请15件。", []),
            ("收到8份政府信息公开申请。", ["requests received 8"]),
            ("办理网民留言5件，收到3件政府信息公开申请。", ["web_messages answered 5", "requests received 3"]),
            ("收到申请10件，结转下年度继续办理2件。", ["requests received 10", "requests carried_out 2"]),
            ("收到申请10件，上年结转申请办结2件。", ["requests received 10"]),
            (
                "收到申请20件，告知通过其他途径办理3件，转其他部门办理2件，重新答复1件。",
                ["requests received 20"]
            ),
            ("收到申请20件，书面答复12件，电话答复8件。", ["requests received 20"]),
            ("新增公开信息325条，其中不予公开12条。", []),
            (
                "没有依申请公开信息的情况。不予公开信息有10条，主要涉及人事安排。",
                ["requests received 0"]
            ),
            ("全年印制公文320件，其中主动公开210件，依申请公开80件，不予公开30件。", []),
            ("标注主动公开的120件，依申请公开的45件，不予公开的60件。", []),
            (
                "主动公开信息120条，收到依申请公开12件，不予公开2件。",
                [
                    "information proactive_items 120", "requests received 12", "requests refused 2",
                ]
            ),
            (
                "主动公开信息120条，依申请公开12件，其中予以公开10件，不予公开2件。",
                [
                    "information proactive_items 120", "requests granted 10", "requests refused 2",
                ]
            ),
            (
                "收到申请20件，属于已主动公开5件，不予公开2件。",
                ["requests received 20", "requests refused 2"]
            ),
            (
                "答复的申请中，“同意公开”答复18件，“不予公开”答复2件。",
                ["requests granted 18", "requests refused 2"]
            ),
            ("收到申请20件，尚未答复3件，延期答复2件。", ["requests received 20", "requests extended"]),
            ("2022、2023、2024年分别受理申请20件、15件、5件。", []),
            ("同意公开、部分公开、不予公开分别为10件、3件、2件。", []),
            ("答复率、按时办结率分别为100%、98%。", []),
            ("各镇街收到申请8件，区级部门收到申请27件。", []),
            ("全市共收到申请350件，市本级收到申请45件。", ["requests received 350"]),
            ("本单位收到上级转来申请2件，直接受理申请3件。", []),
            ("一季度收到申请2件，二季度收到申请3件。", []),
            ("收到申请5件，当场答复3件，15个工作日内答复2件。", ["requests received 5", "requests answered 2"]),
            ("收到公民、法人和其他组织政府信息公开申请12件。", ["requests received 12"]),
            ("收到12件公民、法人或者其他组织的申请。", ["requests received 12"]),
            ("法人和其他组织申请2件。", ["requests from_organisations 2"]),
            (
                "行政诉讼3件（未经复议直接起诉1件，复议后起诉2件，维持1件）。",
                ["litigation total 3"]
            ),
            ("行政许可120件，行政事业性收费0万元。", []),
            ("收取依申请公开信息处理费1件。", []),
            ("除2件超期外，其余均按时答复。", []),
            ("2024年收到依申请公开5件，累计收到36件。", ["requests received 5"]),
            ("共受理各类申请1200件，其中信息公开申请5件。", ["other received 1200"]),
            ("受理申请3500件（含行政许可、公共服务），其中政府信息公开申请5件。", []),
            ("受理行政审批申请1200件。", ["other received 1200"]),
            ("依申请公开方面，办理民生实事10件。", ["other answered 10"]),
            ("对涉及国家秘密的35条信息不予公开。", []),
            ("对5件申请不予公开。", ["requests refused 5"]),
            ("保密审查信息350条，不予公开5件。", []),
            ("不予公开事项5项。", []),
            ("收到申请 12 件，予以公开 10 2 件。", ["requests received 12"]),
            ("收到申请1, 200件。", []),
            ("未发生1起因政府信息公开引发的行政复议和行政诉讼案件。", []),
            ("未收到1件政府信息公开申请。", []),
            ("收到申请12件，已答复10件，正在办理2件。", ["requests received 12", "requests answered 10"]),
        ]
    )
    func `a number of another time, or of a part, is not the year's`(
        _ prose: String,
        _ wanted: [String]
    ) throws {
        #expect(try claims(prose) == wanted)
    }

    @Test(
        arguments: [
            ("没有受理依申请公开事项。", ["requests received 0"]),
            ("没有公民、法人或其他组织向本机关申请公开政府信息。", ["requests received 0"]),
            ("未受理政府信息公开申请。", ["requests received 0"]),
            ("未产生政府信息公开申请。", ["requests received 0"]),
            ("未发生依申请公开政府信息情况。", ["requests received 0"]),
            ("无依申请公开事项。", ["requests received 0"]),
            ("示例镇未收到群众要求政府信息公开的申请。", ["requests received 0"]),
            ("依申请公开方面，未接到群众要求公开的信息。", ["requests received 0"]),
            ("未有依申请公开情况。", ["requests received 0"]),
            ("未接到公民、法人或其他组织要求办理依申请公开事项。", ["requests received 0"]),
            ("未收到关于依申请公开的投诉。", []),
            ("未收到关于依申请公开超期的举报。", []),
            ("未按要求公开政府信息的，未收到申请人的投诉。", []),
            ("没有公民要求公开的信息未按期答复。", []),
            ("无依申请公开收费情况。", []),
            ("未收到减免费用的申请。", []),
            ("未接到申请人对答复提出的异议。", []),
            ("未收到依申请公开超期答复的情况。", []),
            ("未收到网上申请。", []),
            ("未收到重复申请。", []),
            ("没有公民申请减免费用。", []),
            ("对未受理的申请书面说明理由。", []),
            ("受理书面申请0件，网上申请0件。", []),
        ]
    )
    func `no requests are claimed where the requests themselves are missing`(
        _ prose: String,
        _ wanted: [String]
    ) throws {
        #expect(try claims(prose) == wanted)
    }

    @Test(
        arguments: [
            ("行政复议、行政诉讼案件共3件。", []),
            ("发生行政复议和诉讼各1件。", ["review total 1", "litigation total 1"]),
            ("行政复议、行政诉讼均为0件。", ["review total 0", "litigation total 0"]),
            (
                "提起行政诉讼3件，驳回原告诉讼请求1件，终止行政诉讼1件。",
                ["litigation total 3", "litigation maintained 1"]
            ),
            ("撤回行政复议申请2件。", []),
            ("共受理行政复议案件120件。", []),
            ("全县共受理行政复议4件，其中维持具体行政行为1件，被依法纠错2件。", []),
            (
                "因政府信息公开受理行政复议4件，其中维持1件。", ["review total 4", "review maintained 1"]
            ),
            (
                "收到行政复议申请5件，其中维持3件，尚未审结2件。",
                ["review total 5", "review maintained 3", "review pending 2"]
            ),
            ("行政复议案件120件，其中涉及政府信息公开的5件。", []),
            ("办理各类行政诉讼案件35件。", []),
            ("收到政府信息公开申请5件，收到3件行政复议申请。", ["requests received 5", "review total 3"]),
            ("未发生被复议机关撤销答复的情况。", ["review corrected 0"]),
            ("未发生行政复议、行政诉讼败诉案件。", []),
            ("未收到行政复议决定书。", []),
            ("我局未收到行政复议申请和行政诉讼。", ["review total 0", "litigation total 0"]),
            ("无信息公开类行政复议及诉讼案件。", ["review total 0", "litigation total 0"]),
            ("未有针对我委的行政复议案、行政诉讼案。", ["review total 0", "litigation total 0"]),
            (
                "没有公民、法人和其他组织因政府信息公开申请行政复议、提起行政诉讼。",
                ["review total 0", "litigation total 0"]
            ),
        ]
    )
    func `a number of reviews is of reviews alone, and of all of them`(
        _ prose: String,
        _ wanted: [String]
    ) throws {
        #expect(try claims(prose) == wanted)
    }

    @Test(
        arguments: [
            "收到政府信息公开申请1件，", "行政复议1件、行政诉讼2件，", "2011年受理申请2件，其中同意公开1件，", "未发生行政复议、",
            "自2008年至2012年，累计受理申请2件", "不予公开5件", "收到申请5件收到申请6件",
            "予以公开5件，占8.3%，", "受理9件，其中2024年受理3件，", "全市行政复议2件，", "3件均已答复，",
        ]
    )
    func `a paragraph without end says what its clauses say`(
        _ clause: String
    ) throws {
        let few = try claims(String(repeating: clause, count: 3))
        let many = try claims(String(repeating: clause, count: 1_000))
        #expect(Set(many) == Set(few))
    }
}
