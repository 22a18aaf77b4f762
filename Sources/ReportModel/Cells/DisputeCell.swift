/// A block of section four: the way by which an answer was contested.
public enum DisputeRoute: String, Sendable, CaseIterable {
    /// 行政复议
    case review
    /// 行政诉讼：未经复议直接起诉
    case directLitigation = "lit_direct"
    /// 行政诉讼：复议后起诉
    case litigationAfterReview = "lit_after_review"
}

/// A column within a block of section four: how the dispute ended.
public enum DisputeOutcome: String, Sendable, CaseIterable {
    /// 结果维持
    case maintained
    /// 结果纠正
    case corrected
    /// 其他结果
    case other
    /// 尚未审结
    case pending
    /// 总计
    case total

    /// The four columns that 总计 adds up.
    public static let parts: [DisputeOutcome] = allCases.filter { $0 != .total }
}
