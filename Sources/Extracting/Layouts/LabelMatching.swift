import FormCatalog
import ReportModel

/// What a printed label of section three stands for.
struct RequestLabels {
    let catalog: FormCatalog
    private let groupPrefixes: [(group: Disposition, prefix: LabelKey)]
    /// 三、本年度办理结果, which some write in front of each row below it.
    private let outcomePrefixes: [LabelKey]

    init(catalog: FormCatalog) {
        self.catalog = catalog
        groupPrefixes = Disposition.allCases.compactMap { group in
            catalog.official.label(of: group).map { (group, LabelKey($0)) }
        }
        outcomePrefixes = catalog.headings[.requests]?.labels(of: "outcomes") ?? []
    }

    /// The group that a label names: （三）不予公开 and the like.
    func group(_ label: LabelKey) -> Disposition? {
        catalog.requestGroups.item(for: label)
            ?? behindOutcomes(label).flatMap { catalog.requestGroups.item(for: $0) }
    }

    private func behindOutcomes(_ label: LabelKey) -> LabelKey? {
        outcomePrefixes.lazy.compactMap(label.behind).first
    }

    /// The row that a label names.
    ///
    /// 其他 is also a column's name; it is a row only within （六）其他处理.
    ///
    /// - Parameters:
    ///   - printed: the label, perhaps with its group's in front.
    ///   - group: the group that the label stands in, as far as it is known.
    /// - Returns: the row, if the form has it there.
    func row(_ printed: String, in group: Disposition?) -> RequestRow? {
        row(LabelKey(printed), in: group)
    }

    /// The same for the label's key.
    func row(_ key: LabelKey, in group: Disposition?) -> RequestRow? {
        if let row = catalog.requestRows.item(for: key) {
            return row == .otherMiscellaneous && group != .other ? nil : row
        }
        guard key.hasWords else { return nil }
        for (disposition, prefix) in groupPrefixes {
            guard let rest = key.behind(prefix) else { continue }
            if let row = catalog.requestRows.item(for: rest), row.disposition == disposition {
                return row
            }
        }
        if let rest = behindOutcomes(key), let row = row(rest, in: group),
            row.disposition != nil || row == .outcomeTotal
        {
            return row
        }
        return nil
    }
}
