/// A column of the matrix in section three: who asked.
///
/// The form has no column for all legal persons together.
public enum Applicant: String, Sendable, CaseIterable {
    /// 自然人
    case naturalPerson = "natural_person"
    /// 法人或其他组织：商业企业
    case business = "org_business"
    /// 法人或其他组织：科研机构
    case research = "org_research"
    /// 法人或其他组织：社会公益组织
    case publicInterest = "org_public_interest"
    /// 法人或其他组织：法律服务机构
    case legalService = "org_legal_service"
    /// 法人或其他组织：其他
    case otherOrganisation = "org_other"
    /// 总计
    case total

    /// The six columns that the column 总计 adds up.
    public static let parts: [Applicant] = allCases.filter { $0 != .total }
}
