public import Phrasebook
public import ReportModel

/// What the tool makes of one document, as JSON.
public struct InspectionJSON: Sendable {
    private let phrasebook: Phrasebook

    /// Messages come in the phrasebook's language; everything else is the same in all.
    public init(_ phrasebook: Phrasebook) {
        self.phrasebook = phrasebook
    }

    /// A report, its cells in the form's order and its findings.
    ///
    /// - Parameters:
    ///   - report: the report.
    ///   - findings: what the rules say about it.
    ///   - all: whether findings that pass are told too.
    /// - Returns: an object, as the contract of `inspect --json` has it.
    public func value(of report: Report, findings: [Finding], all: Bool) -> JSONValue {
        .object([
            "agency": .string(report.agency.value),
            "agency_evidence": .string(report.agency.evidence.rawValue),
            "year": .integer(report.year.value),
            "year_evidence": .string(report.year.evidence.rawValue),
            "published": JSONValue(report.published?.value.description),
            "signed": JSONValue(report.signed?.value.description),
            "index_number": JSONValue(report.indexNumber?.value),
            "issued_by": JSONValue(report.issuer?.value),
            "title": .string(report.title),
            "scope": .string((report.scope?.value ?? .unknown).rawValue),
            "scope_quote": JSONValue(report.scope?.quote),
            "edition": .string(report.edition.rawValue),
            "cells": .array(report.cells.inFormOrder.map(cell)),
            "claims": .array(report.claims.map(claim)),
            "findings": .array(
                findings.filter { all || $0.verdict != .pass }.map(finding)
            ),
            "warnings": .array(report.warnings.map(warning)),
        ])
    }

    /// A refusal, with whatever identity was recognised.
    public func value(of rejection: Rejection) -> JSONValue {
        .object([
            "rejected": .object([
                "code": .string(rejection.code.rawValue),
                "message": .string(phrasebook.message(of: rejection)),
                "origin": origin(rejection.origin),
            ]),
            "agency": JSONValue(rejection.agency),
            "year": JSONValue(rejection.year),
        ])
    }

    private func cell(_ code: CellCode, _ cell: Cell) -> JSONValue {
        var members: [String: JSONValue] = [
            "code": .string(code.name),
            "state": .string(cell.figure.state),
            "raw": .string(cell.printed),
            "origin": origin(cell.origin),
        ]
        if let value = cell.figure.value { members["value"] = .string(value.description) }
        return .object(members)
    }

    private func claim(_ claim: Claim) -> JSONValue {
        .object([
            "subject": .string(claim.subject.rawValue),
            "kind": .string(claim.kind.rawValue),
            "value": JSONValue(claim.value?.description),
            "unit": JSONValue(claim.unit?.rawValue),
            "approximate": .boolean(claim.isApproximate),
            "scope": JSONValue(claim.scope?.rawValue),
            "other_year": JSONValue(claim.otherYear),
            "quote": .string(claim.quote),
            "origin": origin(claim.origin),
        ])
    }

    private func finding(_ finding: Finding) -> JSONValue {
        .object([
            "rule": .string(finding.rule),
            "severity": .string(finding.severity.rawValue),
            "verdict": .string(finding.verdict.rawValue),
            "scope": .string(finding.scope),
            "formula": .string(finding.formula),
            "left": .string(finding.left),
            "right": .string(finding.right),
            "fault": JSONValue(finding.fault?.rawValue),
            "if_blanks_are_zero": JSONValue(finding.ifBlanksAreZero?.rawValue),
            "cells": .array(finding.cells.map { .string($0.name) }),
        ])
    }

    private func warning(_ warning: ReadingWarning) -> JSONValue {
        .object([
            "code": .string(warning.code.rawValue),
            "message": .string(phrasebook.message(of: warning)),
            "origin": origin(warning.origin),
        ])
    }

    private func origin(_ origin: Origin?) -> JSONValue {
        guard let origin else { return .null }
        return .object([
            "table": JSONValue(origin.table), "row": JSONValue(origin.row),
            "column": JSONValue(origin.column), "line": JSONValue(origin.line),
            "page": JSONValue(origin.page),
        ])
    }
}
