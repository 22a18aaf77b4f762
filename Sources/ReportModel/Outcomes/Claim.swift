/// What a report's text says about itself, with the words that say it.
///
/// Claims never stand for cells: they are weighed against the tables, and carry what no table has, such as
/// how fast requests were answered.
public struct Claim: Sendable, Hashable {
    /// What the sentence is about.
    public var subject: Subject
    /// What it says.
    public var kind: Kind
    /// The number, where it says one.
    public var value: ExactDecimal?
    /// What the number counts.
    public var unit: Unit?
    /// Whether the text says 余, 多 or 约.
    public var isApproximate: Bool
    /// The words, as printed.
    public var quote: String
    /// Where they stand.
    public var origin: Origin
    /// Claims of one paragraph have one number.
    public var paragraph: Int
    /// The year that the sentence begins with, where it is not the report's.
    public var otherYear: Int?
    /// Whose requests the sentence counts, where it says so.
    public var scope: ReportScope?

    /// A claim with all its parts.
    public init(
        _ subject: Subject,
        _ kind: Kind,
        value: ExactDecimal? = nil,
        unit: Unit? = nil,
        isApproximate: Bool = false,
        quote: String,
        origin: Origin,
        paragraph: Int
    ) {
        self.subject = subject
        self.kind = kind
        self.value = value
        self.unit = unit
        self.isApproximate = isApproximate
        self.quote = quote
        self.origin = origin
        self.paragraph = paragraph
    }

    /// What claims are about. Only the first three are about freedom of information.
    public enum Subject: String, Sendable, CaseIterable {
        /// 依申请公开
        case requests
        /// 行政复议
        case review
        /// 行政诉讼
        case litigation
        /// 主动公开的信息
        case information
        /// 规章之外的行政规范性文件
        case documents
        /// 网站留言、领导信箱
        case webMessages = "web_messages"
        /// 12345热线
        case hotline
        /// 人大建议、政协提案
        case proposals
        /// 咨询
        case consultations
        /// 信访、投诉、举报
        case petitions
        /// Something else, or nobody says what.
        case other

        /// Whether the subject is what section four counts: administrative review and litigation.
        public var isDispute: Bool { self == .review || self == .litigation }

        /// Whether the subject is one of those that the form's tables are about.
        public var isOnTheForm: Bool {
            switch self {
            case .requests, .review, .litigation: true
            default: false
            }
        }
    }

    /// What a claim says.
    public enum Kind: String, Sendable, CaseIterable {
        /// 收到、受理
        case received
        /// 上年结转
        case carriedIn = "carried_in"
        /// 办结、答复
        case answered
        /// 结转下年度
        case carriedOut = "carried_out"
        /// 予以公开
        case granted
        /// 部分公开
        case partial
        /// 予以公开及部分公开
        case grantedAndPartial = "granted_and_partial"
        /// 不予公开
        case refused
        /// 无法提供
        case unable
        /// 不予处理
        case unprocessed
        /// 其他处理
        case otherOutcome = "other"
        /// 自然人
        case fromNaturalPersons = "from_natural_person"
        /// 商业企业
        case fromBusinesses = "from_org_business"
        /// 科研机构
        case fromResearch = "from_org_research"
        /// 社会公益组织
        case fromPublicInterest = "from_org_public_interest"
        /// 法律服务机构
        case fromLegalServices = "from_org_legal_service"
        /// 其他组织
        case fromOthers = "from_org_other"
        /// 法人或其他组织, all of them together
        case fromOrganisations = "from_organisations"
        /// 复议、诉讼的总数
        case total
        /// 结果维持
        case maintained
        /// 结果纠正
        case corrected
        /// 尚未审结
        case pending
        /// 均获维持
        case allMaintained = "all_maintained"
        /// 收取的信息处理费，元
        case fees = "fees_yuan"
        /// 主动公开的信息条数
        case proactiveItems = "proactive_items"
        /// 制发
        case made
        /// 废止
        case repealed
        /// 现行有效
        case inForce = "in_force"
        /// 占…%, of the claim in front of it
        case share
        /// 同比, below zero where it is a fall
        case changeOnYear = "change_on_year"
        /// 均在法定期限内答复
        case allOnTime = "all_on_time"
        /// 多数…能在法定时限内
        case notAllOnTime = "not_all_on_time"
        /// 按时办结率
        case onTimeRate = "on_time_rate"
        /// 办结率
        case completionRate = "completion_rate"
        /// 答复率
        case answerRate = "answer_rate"
        /// 平均办结天数
        case averageDays = "average_days"
        /// 延长答复期限
        case extended
        /// 仍在法定办理期限内
        case pendingWithinLimit = "pending_within_limit"
        /// 及时答复，不说期限
        case unspecified
    }

    /// What a claim's number counts.
    public enum Unit: String, Sendable, CaseIterable {
        /// 件、宗、条…
        case pieces
        /// %
        case percent
        /// 元
        case yuan
        /// 天
        case days
        /// 工作日
        case workingDays = "working_days"
    }
}
