/// A cell of section two on the form of 2019.
///
/// The raw value is the cell's code without its prefix, `s2o.<row>.<column>`. Items are kinds of decisions, not
/// decisions; 本年增/减 may be below zero. Source: 国办公开办函〔2019〕60号, section 二.
public enum EarlierProactiveCell: String, Sendable, CaseIterable {
    /// 规章：本年新制作数量
    case regulationMade = "regulation.new_made"
    /// 规章：本年新公开数量
    case regulationDisclosed = "regulation.new_disclosed"
    /// 规章：对外公开总数量
    case regulationDisclosedInAll = "regulation.total_disclosed"
    /// 规范性文件：本年新制作数量
    case normativeDocumentMade = "normative_doc.new_made"
    /// 规范性文件：本年新公开数量
    case normativeDocumentDisclosed = "normative_doc.new_disclosed"
    /// 规范性文件：对外公开总数量
    case normativeDocumentDisclosedInAll = "normative_doc.total_disclosed"
    /// 行政许可：上一年项目数量
    case licensingItems = "licensing.prev_items"
    /// 行政许可：本年增/减
    case licensingChange = "licensing.delta_items"
    /// 行政许可：处理决定数量
    case licensingDecisions = "licensing.decisions"
    /// 其他对外管理服务事项：上一年项目数量
    case otherServiceItems = "other_service.prev_items"
    /// 其他对外管理服务事项：本年增/减
    case otherServiceChange = "other_service.delta_items"
    /// 其他对外管理服务事项：处理决定数量
    case otherServiceDecisions = "other_service.decisions"
    /// 行政处罚：上一年项目数量
    case penaltyItems = "penalty.prev_items"
    /// 行政处罚：本年增/减
    case penaltyChange = "penalty.delta_items"
    /// 行政处罚：处理决定数量
    case penaltyDecisions = "penalty.decisions"
    /// 行政强制：上一年项目数量
    case coercionItems = "coercion.prev_items"
    /// 行政强制：本年增/减
    case coercionChange = "coercion.delta_items"
    /// 行政强制：处理决定数量
    case coercionDecisions = "coercion.decisions"
    /// 行政事业性收费：上一年项目数量
    case administrativeFeeItems = "admin_fee.prev_items"
    /// 行政事业性收费：本年增/减
    case administrativeFeeChange = "admin_fee.delta_items"
    /// 政府集中采购：采购项目数量
    case procurementProjects = "procurement.projects"
    /// 政府集中采购：采购总金额; the form doesn't fix its unit
    case procurementAmount = "procurement.amount"
}
