import ReportModel

/// What the text says of normative documents made, repealed and in force is what section two says.
struct StatedDocumentsAgree: Rule {
    let id = "N-04"
    let severity = Finding.Severity.medium
    let summary = "stated documents made, repealed, in force = those of section two"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        claims.filter { $0.subject == .documents }.compactMap { claim in
            guard let code = Self.code(claim.kind, cells.edition) else { return nil }
            return StatedCount(claim: claim).finding(
                by: self,
                meanings: [.init(formula: code.name, cells: [code])],
                in: cells
            )
        }
    }

    /// The form of 2019 has no documents repealed or in force.
    private static func code(_ kind: Claim.Kind, _ edition: EditionID) -> CellCode? {
        switch (kind, edition) {
        case (.made, .e2021): .proactive(.normativeDocumentMade)
        case (.repealed, .e2021): .proactive(.normativeDocumentRepealed)
        case (.inForce, .e2021): .proactive(.normativeDocumentInForce)
        case (.made, .e2019): .earlierProactive(.normativeDocumentMade)
        default: nil
        }
    }

    var examples: RuleExamples {
        func table(_ inForce: Int) -> CellTable {
            CellTable([(.proactive(.normativeDocumentInForce), inForce)])
        }
        let claim = Claim(
            .documents,
            .inForce,
            value: .zero,
            unit: .pieces,
            quote: "现行有效规范性文件0件",
            origin: Origin(),
            paragraph: 0
        )
        return RuleExamples(passes: table(0), fails: table(32), claims: [claim])
    }
}
