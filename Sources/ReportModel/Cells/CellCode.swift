/// The name of one cell of the official form, the same in every layout and file format.
public enum CellCode: Sendable, Hashable {
    /// Section two, `s2.<row>.<column>`.
    case proactive(ProactiveCell)
    /// Section two of the form of 2019, `s2o.<row>.<column>`.
    case earlierProactive(EarlierProactiveCell)
    /// Section three, `s3.<row>.<applicant>`.
    case request(RequestRow, Applicant)
    /// Section four, `s4.<route>.<outcome>`.
    case dispute(DisputeRoute, DisputeOutcome)
    /// The statistics sheet of the form of 2014, `s14.<row>`.
    case statistic(StatisticCell)

    /// Every code of every edition, in the order of the forms.
    public static let all: [CellCode] =
        ProactiveCell.allCases.map(CellCode.proactive)
        + EarlierProactiveCell.allCases.map(CellCode.earlierProactive)
        + RequestRow.allCases.flatMap { row in Applicant.allCases.map { .request(row, $0) } }
        + DisputeRoute.allCases.flatMap { route in
            DisputeOutcome.allCases.map { .dispute(route, $0) }
        }
        + StatisticCell.allCases.map(CellCode.statistic)

    /// The code as people and files write it, such as `s3.granted.total`.
    public var name: String {
        switch self {
        case .proactive(let cell): "s2.\(cell.rawValue)"
        case .earlierProactive(let cell): "s2o.\(cell.rawValue)"
        case .request(let row, let applicant): "s3.\(row.rawValue).\(applicant.rawValue)"
        case .dispute(let route, let outcome): "s4.\(route.rawValue).\(outcome.rawValue)"
        case .statistic(let cell): "s14.\(cell.rawValue)"
        }
    }

    /// The code's place in ``all``.
    public var ordinal: Int {
        switch self {
        case .proactive(let cell): cell.place
        case .earlierProactive(let cell): Self.earlierStart + cell.place
        case .request(let row, let applicant):
            Self.requestsStart + row.place * Self.applicants + applicant.place
        case .dispute(let route, let outcome):
            Self.disputesStart + route.place * Self.outcomes + outcome.place
        case .statistic(let cell): Self.statisticsStart + cell.place
        }
    }

    /// Codes are equal when their places are.
    public static func == (left: CellCode, right: CellCode) -> Bool {
        left.ordinal == right.ordinal
    }

    /// Equal codes have equal hashes.
    public func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }

    /// The section of the form that the cell stands in.
    public var section: FormSection {
        switch self {
        case .proactive, .earlierProactive: .proactive
        case .request: .requests
        case .dispute: .disputes
        case .statistic: .statistics
        }
    }

    /// What the cell's number counts.
    public var unit: CellUnit {
        switch self {
        case .proactive(.administrativeFeeAmount): .tenThousandYuan
        case .earlierProactive(.procurementAmount): .money
        case .earlierProactive(let cell) where cell.rawValue.hasSuffix("delta_items"): .change
        case .statistic(let cell): cell.unit
        default: .pieces
        }
    }

    private static let applicants = Applicant.allCases.count
    private static let outcomes = DisputeOutcome.allCases.count
    private static let earlierStart = ProactiveCell.allCases.count
    private static let requestsStart = earlierStart + EarlierProactiveCell.allCases.count
    private static let disputesStart = requestsStart + RequestRow.allCases.count * applicants
    private static let statisticsStart = disputesStart + DisputeRoute.allCases.count * outcomes
}

/// A section of the report that carries a table.
public enum FormSection: String, Sendable, CaseIterable {
    /// 二、主动公开政府信息情况
    case proactive = "s2"
    /// 三、收到和处理政府信息公开申请情况
    case requests = "s3"
    /// 四、政府信息公开行政复议、行政诉讼情况
    case disputes = "s4"
    /// 政府信息公开情况统计表, in place of the three sections before 2019
    case statistics = "s14"
}

/// What a cell's number counts.
public enum CellUnit: String, Sendable {
    /// 件, whole numbers.
    case pieces
    /// 件, whole numbers that may be below zero.
    case change
    /// 万元, decimals.
    case tenThousandYuan = "wan_yuan"
    /// 元 or 万元, as each body pleases: the print tells.
    case money

    /// Whether the number is whole.
    public var isWhole: Bool { self == .pieces || self == .change }
}
