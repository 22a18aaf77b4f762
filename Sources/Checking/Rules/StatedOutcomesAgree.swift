import ReportModel

/// What the text says was granted, refused and so on, and to whom, is what section three says.
///
/// Numbers by applicant may be of the requests received or of those closed.
struct StatedOutcomesAgree: Rule {
    let id = "N-02"
    let severity = Finding.Severity.medium
    let summary = "stated outcomes and applicants = the rows and columns of section three"

    func check(_ cells: CellTable, _ claims: [Claim]) -> [Finding] {
        claims.filter { $0.subject == .requests && $0.unit != .percent }.compactMap { claim in
            StatedCount(claim: claim)
                .finding(by: self, meanings: meanings(claim.kind, in: cells), in: cells)
        }
    }

    private func meanings(_ kind: Claim.Kind, in cells: CellTable) -> [StatedCount.Meaning] {
        func group(_ dispositions: Disposition...) -> [StatedCount.Meaning] {
            [
                StatedCount.Meaning(
                    formula: dispositions.map { "Σ \($0.rawValue)" }.joined(separator: " + "),
                    cells: dispositions.flatMap { StatedCount.totals(of: $0, in: cells) }
                )
            ]
        }
        func applicant(_ applicants: Applicant...) -> [StatedCount.Meaning] {
            let rows: [[RequestRow]] = [
                [.outcomeTotal], [.newReceived], [.newReceived, .carriedIn],
            ]
            return rows.map { rows in
                StatedCount.Meaning(
                    formula: rows.flatMap { row in
                        applicants.map { "\(row.rawValue).\($0.rawValue)" }
                    }.joined(separator: " + "),
                    cells: rows.flatMap { row in applicants.map { .request(row, $0) } }
                )
            }
        }
        return switch kind {
        case .granted: group(.granted)
        case .partial: group(.partial)
        case .grantedAndPartial: group(.granted, .partial)
        case .refused: group(.refused)
        case .unable: group(.unable)
        case .unprocessed: group(.unprocessed)
        case .otherOutcome: group(.other)
        case .fromNaturalPersons: applicant(.naturalPerson)
        case .fromBusinesses: applicant(.business)
        case .fromResearch: applicant(.research)
        case .fromPublicInterest: applicant(.publicInterest)
        case .fromLegalServices: applicant(.legalService)
        case .fromOthers: applicant(.otherOrganisation)
        case .fromOrganisations:
            applicant(.business, .research, .publicInterest, .legalService, .otherOrganisation)
        default: []
        }
    }

    var examples: RuleExamples {
        func table(_ granted: Int) -> CellTable {
            CellTable([
                (.request(.granted, .total), granted), (.request(.partial, .total), 3),
            ])
        }
        let claim = Claim(
            .requests,
            .grantedAndPartial,
            value: ExactDecimal(8),
            unit: .pieces,
            quote: "予以公开及部分公开8件",
            origin: Origin(),
            paragraph: 0
        )
        return RuleExamples(passes: table(5), fails: table(8), claims: [claim])
    }
}
