/// A cell of section two: what was published without being asked for.
///
/// The raw value is the cell's code without its prefix, `s2.<row>.<column>`.
/// Source: 国办公开办函〔2021〕30号, section 二; 条例 art. 20 (1), (5), (6), (8).
public enum ProactiveCell: String, Sendable, CaseIterable {
    /// 规章：本年制发件数
    case regulationMade = "regulation.made"
    /// 规章：本年废止件数
    case regulationRepealed = "regulation.repealed"
    /// 规章：现行有效件数
    case regulationInForce = "regulation.in_force"
    /// 行政规范性文件：本年制发件数
    case normativeDocumentMade = "normative_doc.made"
    /// 行政规范性文件：本年废止件数
    case normativeDocumentRepealed = "normative_doc.repealed"
    /// 行政规范性文件：现行有效件数
    case normativeDocumentInForce = "normative_doc.in_force"
    /// 行政许可：本年处理决定数量
    case licensingDecisions = "licensing.decisions"
    /// 行政处罚：本年处理决定数量
    case penaltyDecisions = "penalty.decisions"
    /// 行政强制：本年处理决定数量
    case coercionDecisions = "coercion.decisions"
    /// 行政事业性收费：本年收费金额, in 万元
    case administrativeFeeAmount = "admin_fee.amount_wan"
}
