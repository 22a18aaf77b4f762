import FormCatalog
import ReportModel

/// Tells which block of section four a label or a caption names.
///
/// 行政诉讼（未经复议直接起诉） names it in the brackets, which are a remark everywhere else.
struct RouteLabel {
    let catalog: FormCatalog

    /// The one block that a text names, or `nil` if it names none or several.
    func route(_ text: String) -> DisputeRoute? {
        if let whole = catalog.disputeRoutes.item(for: LabelKey(text)) { return whole }
        let inBrackets = text.split { "（(【[".contains($0) }.dropFirst().compactMap { rest in
            catalog.disputeRoutes.item(for: LabelKey(String(rest.prefix { !"）)】]".contains($0) })))
        }
        return inBrackets.count == 1 ? inBrackets[0] : nil
    }
}
