/// Whose requests a report's tables count.
public enum ReportScope: String, Sendable, CaseIterable {
    /// 本机关: the body's own.
    case own
    /// 本级政府及其部门: the body's own and its departments'.
    case ownAndDepartments = "own_plus_departments"
    /// 全市、全区、全县: those of the whole region, its lower governments included.
    case wholeRegion = "whole_region"
    /// The report doesn't say.
    case unknown
}
