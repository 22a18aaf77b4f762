/// A row of the matrix in section three: what became of the requests of one year.
///
/// The raw value is the row's part of a cell code, `s3.<row>.<applicant>`.
/// Source: 国办公开办函〔2021〕30号 and 〔2019〕60号, section 三.
public enum RequestRow: String, Sendable, CaseIterable {
    /// 一、本年新收政府信息公开申请数量
    case newReceived = "new_received"
    /// 二、上年结转政府信息公开申请数量
    case carriedIn = "carried_in"
    /// 三（一）予以公开
    case granted
    /// 三（二）部分公开
    case partial
    /// 三（三）1 属于国家秘密
    case refusedStateSecret = "refused_state_secret"
    /// 三（三）2 其他法律行政法规禁止公开
    case refusedLawProhibited = "refused_law_prohibited"
    /// 三（三）3 危及“三安全一稳定”
    case refusedSafetyStability = "refused_safety_stability"
    /// 三（三）4 保护第三方合法权益
    case refusedThirdParty = "refused_third_party"
    /// 三（三）5 属于三类内部事务信息
    case refusedInternalAffairs = "refused_internal_affairs"
    /// 三（三）6 属于四类过程性信息
    case refusedProcessInfo = "refused_process_info"
    /// 三（三）7 属于行政执法案卷
    case refusedEnforcementFile = "refused_enforcement_file"
    /// 三（三）8 属于行政查询事项
    case refusedAdminQuery = "refused_admin_query"
    /// 三（四）1 本机关不掌握相关政府信息
    case unableNotHeld = "unable_not_held"
    /// 三（四）2 没有现成信息需要另行制作
    case unableNeedCreation = "unable_need_creation"
    /// 三（四）3 补正后申请内容仍不明确
    case unableUnclear = "unable_unclear"
    /// 三（五）1 信访举报投诉类申请
    case unprocessedPetition = "unprocessed_petition"
    /// 三（五）2 重复申请
    case unprocessedDuplicate = "unprocessed_duplicate"
    /// 三（五）3 要求提供公开出版物
    case unprocessedPublication = "unprocessed_publication"
    /// 三（五）4 无正当理由大量反复申请
    case unprocessedExcessive = "unprocessed_excessive"
    /// 三（五）5 要求行政机关确认或重新出具已获取信息
    case unprocessedReconfirm = "unprocessed_reconfirm"
    /// 三（六）1 申请人无正当理由逾期不补正
    case otherNoCorrection = "other_no_correction"
    /// 三（六）2 申请人逾期未按收费通知要求缴纳费用
    case otherUnpaidFee = "other_unpaid_fee"
    /// 三（六）3 其他
    case otherMiscellaneous = "other_misc"
    /// 三（六）其他处理, a row itself on the form of 2019
    case otherTotal = "other_total"
    /// 三（七）总计
    case outcomeTotal = "outcome_total"
    /// 四、结转下年度继续办理
    case carriedOut = "carried_out"

    /// The rows that （六）其他处理 was split into in 2021.
    public static let otherParts: [RequestRow] = [
        .otherNoCorrection, .otherUnpaidFee, .otherMiscellaneous,
    ]

    /// The eight reasons of （三）不予公开, in the form's order.
    public static let refusals: [RequestRow] = allCases.filter { $0.disposition == .refused }

    /// The kind of answer that the row belongs to; `nil` for flows and totals.
    public var disposition: Disposition? {
        switch self {
        case .granted: .granted
        case .partial: .partial
        case .refusedStateSecret, .refusedLawProhibited, .refusedSafetyStability,
            .refusedThirdParty, .refusedInternalAffairs, .refusedProcessInfo,
            .refusedEnforcementFile, .refusedAdminQuery:
            .refused
        case .unableNotHeld, .unableNeedCreation, .unableUnclear: .unable
        case .unprocessedPetition, .unprocessedDuplicate, .unprocessedPublication,
            .unprocessedExcessive, .unprocessedReconfirm:
            .unprocessed
        case .otherNoCorrection, .otherUnpaidFee, .otherMiscellaneous, .otherTotal: .other
        case .newReceived, .carriedIn, .outcomeTotal, .carriedOut: nil
        }
    }
}

/// The six kinds of answer of section three, （一） to （六）.
public enum Disposition: String, Sendable, CaseIterable {
    /// （一）予以公开
    case granted
    /// （二）部分公开
    case partial
    /// （三）不予公开
    case refused
    /// （四）无法提供
    case unable
    /// （五）不予处理
    case unprocessed
    /// （六）其他处理
    case other
}
