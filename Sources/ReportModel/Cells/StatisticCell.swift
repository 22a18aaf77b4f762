/// A row of the statistics sheet that reports on 2014 to 2018 carry: one figure each.
///
/// The raw value is the cell's code without its prefix, `s14.<row>`. Source: 国办发〔2014〕32号, 政府信息公开情况统计表;
/// the rows follow the common use of the form.
public enum StatisticCell: String, Sendable, CaseIterable {
    /// 主动公开政府信息数（不同渠道和方式公开相同信息计1条），条
    case proactiveTotal = "proactive_total"
    /// 其中：主动公开规范性文件数，条
    case proactiveNormativeDocuments = "proactive_normative"
    /// 制发规范性文件总数，件
    case normativeDocumentsMade = "normative_made"
    /// 政府公报公开政府信息数，条
    case throughGazette = "ch_gazette"
    /// 政府网站公开政府信息数，条
    case throughWebsite = "ch_website"
    /// 政务微博公开政府信息数，条
    case throughWeibo = "ch_weibo"
    /// 政务微信公开政府信息数，条
    case throughWeChat = "ch_wechat"
    /// 其他方式公开政府信息数，条
    case throughOtherMeans = "ch_other"
    /// 回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次），次
    case responsesToPublicConcern = "hot_responses"
    /// 参加或举办新闻发布会总次数，次
    case pressConferences = "press_conf"
    /// 其中：主要负责同志参加新闻发布会次数，次
    case pressConferencesOfChiefs = "press_conf_chief"
    /// 政府网站在线访谈次数，次
    case webInterviews = "web_interview"
    /// 其中：主要负责同志参加政府网站在线访谈次数，次
    case webInterviewsOfChiefs = "web_interview_chief"
    /// 政策解读稿件发布数，篇
    case policyInterpretations = "policy_interp"
    /// 微博微信回应事件数，次
    case responsesOnWeiboAndWeChat = "weibo_wechat_responses"
    /// 其他方式回应事件数，次
    case responsesByOtherMeans = "other_responses"
    /// 收到申请数，件
    case received
    /// 当面申请数，件
    case receivedInPerson = "recv_inperson"
    /// 传真申请数，件
    case receivedByFax = "recv_fax"
    /// 网络申请数，件
    case receivedOnline = "recv_web"
    /// 信函申请数，件
    case receivedByMail = "recv_mail"
    /// 申请办结数，件
    case closed
    /// 按时办结数，件
    case closedOnTime = "closed_on_time"
    /// 延期办结数，件
    case closedAfterExtension = "closed_extended"
    /// 申请答复数，件
    case answered
    /// 属于已主动公开范围数，件
    case answeredAlreadyPublic = "ans_already_public"
    /// 同意公开答复数，件
    case answeredGranted = "ans_granted"
    /// 同意部分公开答复数，件
    case answeredPartial = "ans_partial"
    /// 不同意公开答复数，件
    case answeredRefused = "ans_refused"
    /// 涉及国家秘密，件
    case refusedStateSecret = "refused_state_secret"
    /// 涉及商业秘密，件
    case refusedTradeSecret = "refused_trade_secret"
    /// 涉及个人隐私，件
    case refusedPrivacy = "refused_privacy"
    /// 危及国家安全、公共安全、经济安全和社会稳定，件
    case refusedSafetyStability = "refused_safety_stability"
    /// 不是《条例》所指政府信息，件
    case refusedNoGovernmentInformation = "refused_not_gov_info"
    /// 法律法规规定的其他情形，件
    case refusedOtherLegalGround = "refused_other_legal"
    /// 不属于本行政机关公开数，件
    case answeredNotThisAgency = "ans_not_this_agency"
    /// 申请信息不存在数，件
    case answeredNotExistent = "ans_not_exist"
    /// 告知作出更改补充数，件
    case answeredAskedToAmend = "ans_asked_to_amend"
    /// 告知通过其他途径办理数，件
    case answeredRedirected = "ans_redirected"
    /// 行政复议数量，件
    case reviewTotal = "review_total"
    /// 维持具体行政行为数，件
    case reviewMaintained = "review_maintained"
    /// 被依法纠错数，件
    case reviewCorrected = "review_corrected"
    /// 其他情形数，件
    case reviewOther = "review_other"
    /// 行政诉讼数量，件
    case litigationTotal = "lit_total"
    /// 维持具体行政行为或者驳回原告诉讼请求数，件
    case litigationMaintained = "lit_maintained"
    /// 被依法纠错数，件
    case litigationCorrected = "lit_corrected"
    /// 其他情形数，件
    case litigationOther = "lit_other"
    /// 举报投诉数量，件
    case complaints
    /// 依申请公开信息收取的费用，万元
    case fees = "fees_wan"
    /// 政府信息公开工作专门机构数，个
    case dedicatedUnits = "dedicated_units"
    /// 设置政府信息公开查阅点数，个
    case readingPoints = "reading_points"
    /// 从事政府信息公开工作人员数，人
    case staff = "staff_total"
    /// 专职人员数（不包括政府公报及政府网站工作人员数），人
    case staffFullTime = "staff_full"
    /// 兼职人员数，人
    case staffPartTime = "staff_part"
    /// 政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费），万元
    case budget = "budget_wan"
    /// 召开政府信息公开工作会议或专题会议数，次
    case meetings
    /// 举办各类培训班数，次
    case trainings
    /// 接受培训人员数，人次
    case trainees

    /// The block of rows that shares its labels with another one.
    public enum Block: String, Sendable, CaseIterable {
        /// 四、行政复议
        case review
        /// 五、行政诉讼
        case litigation = "lit"
    }

    /// The block that the row stands in, if that block's labels are another's too.
    public var block: Block? {
        switch self {
        case .reviewMaintained, .reviewCorrected, .reviewOther: .review
        case .litigationMaintained, .litigationCorrected, .litigationOther: .litigation
        default: nil
        }
    }

    /// What the figure counts.
    public var unit: CellUnit {
        self == .fees || self == .budget ? .tenThousandYuan : .pieces
    }
}
