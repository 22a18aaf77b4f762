/// The name of one cell of the official form, the same in every layout and file format.
public enum CellCode: Sendable, Hashable {
    /// Section two, `s2.<row>.<column>`.
    case proactive(ProactiveCell)
    /// Section three, `s3.<row>.<applicant>`.
    case request(RequestRow, Applicant)
    /// Section four, `s4.<route>.<outcome>`.
    case dispute(DisputeRoute, DisputeOutcome)

    /// Every code, in the order of the form: 10 + 175 + 15.
    public static let all: [CellCode] =
        ProactiveCell.allCases.map(CellCode.proactive)
        + RequestRow.allCases.flatMap { row in Applicant.allCases.map { .request(row, $0) } }
        + DisputeRoute.allCases.flatMap { route in
            DisputeOutcome.allCases.map { .dispute(route, $0) }
        }

    /// The code as people and files write it, such as `s3.granted.total`.
    public var name: String {
        switch self {
        case .proactive(let cell): "s2.\(cell.rawValue)"
        case .request(let row, let applicant): "s3.\(row.rawValue).\(applicant.rawValue)"
        case .dispute(let route, let outcome): "s4.\(route.rawValue).\(outcome.rawValue)"
        }
    }

    /// The code's place in ``all``.
    public var ordinal: Int {
        switch self {
        case .proactive(let cell): Self.index(of: cell)
        case .request(let row, let applicant):
            Self.requestsStart + Self.index(of: row) * Applicant.allCases.count
                + Self.index(of: applicant)
        case .dispute(let route, let outcome):
            Self.disputesStart + Self.index(of: route) * DisputeOutcome.allCases.count
                + Self.index(of: outcome)
        }
    }

    /// The section of the form that the cell stands in.
    public var section: FormSection {
        switch self {
        case .proactive: .proactive
        case .request: .requests
        case .dispute: .disputes
        }
    }

    /// What the cell's number counts.
    public var unit: CellUnit {
        self == .proactive(.administrativeFeeAmount) ? .tenThousandYuan : .pieces
    }

    private static let requestsStart = ProactiveCell.allCases.count
    private static let disputesStart =
        requestsStart + RequestRow.allCases.count * Applicant.allCases.count

    private static func index<Vocabulary: CaseIterable & Equatable>(of item: Vocabulary) -> Int {
        var index = 0
        for other in Vocabulary.allCases {
            if other == item { return index }
            index += 1
        }
        return index
    }
}

/// A section of the report that carries a table.
public enum FormSection: String, Sendable, CaseIterable {
    /// 二、主动公开政府信息情况
    case proactive = "s2"
    /// 三、收到和处理政府信息公开申请情况
    case requests = "s3"
    /// 四、政府信息公开行政复议、行政诉讼情况
    case disputes = "s4"
}

/// What a cell's number counts.
public enum CellUnit: String, Sendable {
    /// 件, whole numbers.
    case pieces
    /// 万元, decimals.
    case tenThousandYuan = "wan_yuan"
}
