import ReportModel
import Specimens

/// A fault that somebody planted in a report, and what must be found.
enum Plant: String, CaseIterable, Sendable {
    case flow, leaf, rowTotal, negative, reviewTotal, directTotal, afterTotal, negativeDispute
    case brokenCount, amountInYuan, amountTenThousandfold, townsRegulation
    case carriedIn, stock, repealedTooMany, items, jump, zeros
    case sheetChannels, sheetClosed, sheetAnswered, sheetRefused, sheetReview, sheetLitigation,
        sheetStaff
    case statedReceived, statedShare, statedOutcome, statedReview, statedChange
    case ownText, otherText, otherFigures, late, regionTooSmall, regionSum
    case leafAboveTotal, muchCarriedOver, otherYear, earlierForm, sheetFlow, disclosedTooMuch,
        decisionsAreItems
    case fees, statedDocuments, statedOutcomeSum, splitDigits, slippedFigure, copiedTotal, lostRow
    case outlier

    /// The rule that must find it.
    var rule: String {
        switch self {
        case .flow: "S3-01"
        case .leaf: "S3-02"
        case .rowTotal: "S3-03"
        case .negative: "S3-04"
        case .reviewTotal: "S4-01"
        case .directTotal: "S4-02"
        case .afterTotal: "S4-03"
        case .negativeDispute: "S4-04"
        case .brokenCount: "S2-04"
        case .amountInYuan: "S2-05"
        case .amountTenThousandfold: "S2-05y"
        case .townsRegulation: "S2-03"
        case .carriedIn: "Y-01"
        case .stock: "S2-01"
        case .repealedTooMany: "S2-02"
        case .items: "S2o-01"
        case .jump: "Y-03"
        case .zeros: "Q-01"
        case .sheetChannels: "S14-01"
        case .sheetClosed: "S14-02"
        case .sheetAnswered: "S14-03"
        case .sheetRefused: "S14-04"
        case .sheetReview: "S14-05"
        case .sheetLitigation: "S14-06"
        case .sheetStaff: "S14-07"
        case .statedReceived: "N-01"
        case .statedOutcome: "N-02"
        case .statedReview: "N-03"
        case .statedShare: "N-05"
        case .statedChange: "Y-04"
        case .ownText: "Y-05"
        case .otherText: "Y-05b"
        case .otherFigures: "D-01"
        case .late: "T-01"
        case .regionTooSmall: "P-01"
        case .regionSum: "P-02"
        case .leafAboveTotal: "S3-05"
        case .muchCarriedOver: "S3-07"
        case .otherYear: "N-06"
        case .earlierForm: "F-02"
        case .sheetFlow: "S14-08"
        case .disclosedTooMuch: "S2o-02"
        case .decisionsAreItems: "S2o-03"
        case .fees: "N-07"
        case .statedDocuments: "N-04"
        case .statedOutcomeSum: "N-08"
        case .splitDigits: "S3-08"
        case .slippedFigure: "S3-09"
        case .copiedTotal: "S3-10"
        case .lostRow: "F-01"
        case .outlier: "Y-07"
        }
    }

    /// The forms that it can be planted in.
    var editions: Set<EditionID> {
        switch self {
        case .sheetChannels, .sheetClosed, .sheetAnswered, .sheetRefused, .sheetReview,
            .sheetLitigation, .sheetStaff, .sheetFlow:
            [.e2014]
        case .items, .disclosedTooMuch, .decisionsAreItems: [.e2019]
        case .fees, .statedDocuments, .earlierForm, .amountInYuan, .amountTenThousandfold,
            .townsRegulation, .stock,
            .repealedTooMany,
            .zeros:
            [.e2021]
        case .late, .otherFigures: [.e2014, .e2019, .e2021]
        default: [.e2019, .e2021]
        }
    }

    /// Whether the report on the year before must be of the same form.
    var needsYearBefore: Bool {
        switch self {
        case .amountTenThousandfold, .carriedIn, .stock, .repealedTooMany, .items, .jump, .zeros,
            .statedChange,
            .ownText:
            true
        default: false
        }
    }

    /// Changes printed figures, so that the rule must speak; texts and dates are changed elsewhere.
    func plant(in texts: inout [CellCode: String]) {
        func add(_ amount: Int, _ codes: CellCode...) {
            for code in codes { texts[code] = String((Int(texts[code] ?? "") ?? 0) + amount) }
        }
        switch self {
        case .flow:
            add(1, .request(.newReceived, .naturalPerson), .request(.newReceived, .total))
        case .leaf: add(1, .request(.granted, .naturalPerson), .request(.granted, .total))
        case .rowTotal: add(1, .request(.partial, .total))
        case .negative: texts[.request(.unableUnclear, .naturalPerson)] = "-3"
        case .reviewTotal: add(1, .dispute(.review, .total))
        case .directTotal: add(1, .dispute(.directLitigation, .total))
        case .afterTotal: add(1, .dispute(.litigationAfterReview, .total))
        case .negativeDispute: texts[.dispute(.review, .pending)] = "-1"
        case .brokenCount:
            let code: CellCode =
                texts[.proactive(.penaltyDecisions)] != nil
                ? .proactive(.penaltyDecisions) : .earlierProactive(.penaltyDecisions)
            texts[code] = (texts[code] ?? "") + ".5"
        case .amountInYuan: texts[.proactive(.administrativeFeeAmount)] = "961716000"
        case .townsRegulation: texts[.proactive(.regulationInForce)] = "6"
        case .carriedIn:
            add(1, .request(.carriedIn, .naturalPerson), .request(.carriedIn, .total))
            add(-1, .request(.newReceived, .naturalPerson), .request(.newReceived, .total))
        case .stock: add(7, .proactive(.normativeDocumentInForce))
        case .repealedTooMany: texts[.proactive(.normativeDocumentRepealed)] = "999"
        case .items: add(5, .earlierProactive(.licensingItems))
        case .jump:
            let code: CellCode =
                texts[.proactive(.licensingDecisions)] != nil
                ? .proactive(.licensingDecisions) : .earlierProactive(.licensingDecisions)
            texts[code] = String((Int(texts[code] ?? "") ?? 10) * 9)
        case .zeros:
            for code in texts.keys where code.section == .requests { texts[code] = "0" }
        case .sheetChannels: add(1, .statistic(.received))
        case .sheetClosed: add(1, .statistic(.closed))
        case .sheetAnswered: add(1, .statistic(.answered))
        case .sheetRefused: add(1, .statistic(.refusedPrivacy))
        case .sheetReview: add(1, .statistic(.reviewTotal))
        case .sheetLitigation: add(1, .statistic(.litigationTotal))
        case .sheetStaff: add(1, .statistic(.staff))
        case .sheetFlow: add(900, .statistic(.closed), .statistic(.closedOnTime))
        case .leafAboveTotal:
            let total = Int(texts[.request(.outcomeTotal, .naturalPerson)] ?? "") ?? 0
            texts[.request(.partial, .naturalPerson)] = String(total + 5)
        case .muchCarriedOver:
            add(800, .request(.newReceived, .naturalPerson), .request(.newReceived, .total))
            add(800, .request(.carriedOut, .naturalPerson), .request(.carriedOut, .total))
        case .disclosedTooMuch:
            texts[.earlierProactive(.normativeDocumentDisclosed)] = "9"
            texts[.earlierProactive(.normativeDocumentDisclosedInAll)] = "4"
        case .decisionsAreItems:
            texts[.earlierProactive(.penaltyChange)] = "4"
            texts[.earlierProactive(.penaltyItems)] = "37"
            texts[.earlierProactive(.penaltyDecisions)] = "41"
        case .earlierForm:
            for applicant in Applicant.allCases {
                let parts = RequestRow.otherParts.map { CellCode.request($0, applicant) }
                let sum = parts.reduce(0) { $0 + (Int(texts[$1] ?? "") ?? 0) }
                for part in parts { texts[part] = nil }
                texts[.request(.otherTotal, applicant)] = String(sum)
            }
            for code in texts.keys where code.section == .proactive { texts[code] = nil }
            for code in EditionID.e2019.codes where texts[code] == nil { texts[code] = "0" }
        case .regionTooSmall:
            texts[.request(.newReceived, .total)] = "3"
        case .regionSum: add(-2, .request(.newReceived, .total))
        case .amountTenThousandfold, .statedReceived, .statedOutcome, .statedReview, .statedShare,
            .statedChange, .otherYear, .fees, .ownText, .otherText, .otherFigures, .late,
            .statedDocuments, .statedOutcomeSum, .splitDigits, .slippedFigure, .copiedTotal,
            .lostRow, .outlier:
            break
        }
    }

    /// A sentence that contradicts the tables.
    func sentence(for texts: [CellCode: String]) -> String {
        func value(_ code: CellCode) -> Int { Int(texts[code] ?? "") ?? 0 }
        switch self {
        case .statedReceived:
            return "本年收到政府信息公开申请\(value(.request(.newReceived, .total)) + 500)件。"
        case .statedOutcome:
            return "答复政府信息公开申请中，予以公开\(value(.request(.granted, .total)) + 300)件。"
        case .statedReview:
            return "本年因政府信息公开申请行政复议\(value(.dispute(.review, .total)) + 70)件。"
        case .statedShare:
            return "答复政府信息公开申请中，予以公开\(value(.request(.granted, .total)))件，占3.21%。"
        case .statedChange:
            return "本年收到政府信息公开申请\(value(.request(.newReceived, .total)))件，同比增长987.6%。"
        case .otherYear:
            return "2009年本单位收到政府信息公开申请\(value(.request(.newReceived, .total)))件。"
        case .fees:
            return "本年收取信息处理费\(value(.proactive(.administrativeFeeAmount)) * 10_000 + 5000)元。"
        case .statedDocuments:
            return "现行有效规范性文件\(value(.proactive(.normativeDocumentInForce)) + 21)件。"
        case .statedOutcomeSum:
            let kinds: [(String, Disposition)] = [
                ("予以公开", .granted), ("部分公开", .partial), ("不予公开", .refused),
                ("无法提供", .unable), ("不予处理", .unprocessed), ("其他处理", .other),
            ]
            let parts = kinds.map { words, kind in
                let rows = RequestRow.allCases.filter { $0.disposition == kind }
                return "\(words)\(rows.reduce(0) { $0 + value(.request($1, .total)) })件"
            }
            let answered = value(.request(.outcomeTotal, .total)) + 30
            return "共答复政府信息公开申请\(answered)件，其中" + parts.joined(separator: "，") + "。"
        default: return ""
        }
    }
}
