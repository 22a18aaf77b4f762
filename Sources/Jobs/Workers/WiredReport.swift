import ReportModel

// How reports, what rules say of them, and refusals travel between a run and its workers.

extension Evidence: Wired {}
extension EditionID: Wired {}
extension ReportScope: Wired {}
extension Claim.Subject: Wired {}
extension Claim.Kind: Wired {}
extension Claim.Unit: Wired {}
extension ReadingWarning.Code: Wired {}
extension Rejection.Code: Wired {}
extension Finding.Severity: Wired {}
extension Finding.Verdict: Wired {}
extension Finding.Fault: Wired {}

extension Origin: Wired {
    func write(to wire: inout WireWriter) {
        for number in [table, row, column, line, page] { wire.put(number) }
    }

    init(from wire: inout WireReader) throws(WireError) {
        self.init(
            table: try wire.value(),
            row: try wire.value(),
            column: try wire.value(),
            line: try wire.value(),
            page: try wire.value()
        )
    }
}

extension ExactDecimal: Wired {
    func write(to wire: inout WireWriter) {
        wire.put(Int(digits))
        wire.put(scale)
    }

    init(from wire: inout WireReader) throws(WireError) {
        self.init(digits: Int64(try wire.number()), scale: try wire.number())
    }
}

extension CivilDate: Wired {
    func write(to wire: inout WireWriter) { wire.put(description) }

    init(from wire: inout WireReader) throws(WireError) {
        guard let day = CivilDate(iso: try wire.value()) else { throw WireError() }
        self = day
    }
}

extension Evidenced: Wired where Value: Wired {
    func write(to wire: inout WireWriter) {
        wire.put(value)
        wire.put(evidence)
        wire.put(quote)
        wire.put(origin)
    }

    init(from wire: inout WireReader) throws(WireError) {
        self.init(
            try wire.value(),
            evidence: try wire.value(),
            quote: try wire.value(),
            origin: try wire.value()
        )
    }
}

extension Figure: Wired {
    func write(to wire: inout WireWriter) {
        switch self {
        case .number(let value):
            wire.put(1)
            wire.put(value)
        case .inferred(let value):
            wire.put(2)
            wire.put(value)
        case .blank: wire.put(3)
        case .notApplicable: wire.put(4)
        case .text: wire.put(5)
        case .ambiguous: wire.put(6)
        case .absent: wire.put(7)
        }
    }

    init(from wire: inout WireReader) throws(WireError) {
        switch try wire.number() {
        case 1: self = .number(try wire.value())
        case 2: self = .inferred(try wire.value())
        case 3: self = .blank
        case 4: self = .notApplicable
        case 5: self = .text
        case 6: self = .ambiguous
        case 7: self = .absent
        default: throw WireError()
        }
    }
}

extension CellTable: Wired {
    func write(to wire: inout WireWriter) {
        wire.put(edition)
        let printed = CellCode.all.indices.filter { self[CellCode.all[$0]] != .absent }
        wire.put(printed.count)
        for ordinal in printed {
            let cell = self[CellCode.all[ordinal]]
            wire.put(ordinal)
            wire.put(cell.printed)
            wire.put(cell.figure)
            wire.put(cell.origin)
        }
    }

    init(from wire: inout WireReader) throws(WireError) {
        self.init(edition: try wire.value())
        for _ in 0..<max(0, try wire.number()) {
            let ordinal = try wire.number()
            guard CellCode.all.indices.contains(ordinal) else { throw WireError() }
            self[CellCode.all[ordinal]] = Cell(
                printed: try wire.value(),
                figure: try wire.value(),
                origin: try wire.value()
            )
        }
    }
}

extension Claim: Wired {
    func write(to wire: inout WireWriter) {
        wire.put(subject)
        wire.put(kind)
        wire.put(value)
        wire.put(unit)
        wire.put(isApproximate)
        wire.put(quote)
        wire.put(origin)
        wire.put(paragraph)
        wire.put(otherYear)
        wire.put(scope)
    }

    init(from wire: inout WireReader) throws(WireError) {
        self.init(
            try wire.value(),
            try wire.value(),
            value: try wire.value(),
            unit: try wire.value(),
            isApproximate: try wire.value(),
            quote: try wire.value(),
            origin: try wire.value(),
            paragraph: try wire.value()
        )
        otherYear = try wire.value()
        scope = try wire.value()
    }
}

extension ReadingWarning: Wired {
    func write(to wire: inout WireWriter) {
        wire.put(code)
        wire.put(details)
        wire.put(origin)
    }

    init(from wire: inout WireReader) throws(WireError) {
        self.init(try wire.value(), try wire.value(), origin: try wire.value())
    }
}

extension Rejection: Wired {
    func write(to wire: inout WireWriter) {
        wire.put(code)
        wire.put(details)
        wire.put(origin)
        wire.put(agency)
        wire.put(year)
    }

    init(from wire: inout WireReader) throws(WireError) {
        self.init(
            try wire.value(),
            try wire.value(),
            origin: try wire.value(),
            agency: try wire.value(),
            year: try wire.value()
        )
    }
}

extension CellCode: Wired {
    func write(to wire: inout WireWriter) { wire.put(ordinal) }

    init(from wire: inout WireReader) throws(WireError) {
        let ordinal = try wire.number()
        guard Self.all.indices.contains(ordinal) else { throw WireError() }
        self = Self.all[ordinal]
    }
}

extension Finding: Wired {
    func write(to wire: inout WireWriter) {
        wire.put(rule)
        wire.put(severity)
        wire.put(scope)
        wire.put(verdict)
        wire.put(formula)
        wire.put(left)
        wire.put(right)
        wire.put(fault)
        wire.put(ifBlanksAreZero)
        wire.put(cells)
        wire.put(against)
    }

    init(from wire: inout WireReader) throws(WireError) {
        self.init(
            rule: try wire.value(),
            severity: try wire.value(),
            scope: try wire.value(),
            verdict: try wire.value(),
            formula: try wire.value(),
            left: try wire.value(),
            right: try wire.value(),
            fault: try wire.value(),
            ifBlanksAreZero: try wire.value(),
            cells: try wire.value(),
            against: try wire.value()
        )
    }
}

extension ProseSketch: Wired {
    func write(to wire: inout WireWriter) {
        wire.put(sections.count)
        for (section, sentences) in sections.sorted(by: { $0.key < $1.key }) {
            wire.put(section)
            wire.put(sentences.count)
            for sentence in sentences {
                wire.put(Int(sentence.hash))
                wire.put(Int(sentence.length))
            }
        }
    }

    init(from wire: inout WireReader) throws(WireError) {
        self.init()
        for _ in 0..<max(0, try wire.number()) {
            let section = try wire.number()
            var sentences: [Sentence] = []
            for _ in 0..<max(0, try wire.number()) {
                guard let hash = UInt32(exactly: try wire.number()),
                    let length = UInt8(exactly: try wire.number())
                else { throw WireError() }
                sentences.append(Sentence(hash: hash, length: length))
            }
            sections[section] = sentences
        }
    }
}

extension Report: Wired {
    func write(to wire: inout WireWriter) {
        wire.put(title)
        wire.put(agency)
        wire.put(year)
        wire.put(published)
        wire.put(cells)
        wire.put(claims)
        wire.put(warnings)
        wire.put(signed)
        wire.put(indexNumber)
        wire.put(issuer)
        wire.put(scope)
        wire.put(sketch)
    }

    init(from wire: inout WireReader) throws(WireError) {
        self.init(
            title: try wire.value(),
            agency: try wire.value(),
            year: try wire.value(),
            published: try wire.value(),
            cells: try wire.value(),
            claims: try wire.value(),
            warnings: try wire.value()
        )
        signed = try wire.value()
        indexNumber = try wire.value()
        issuer = try wire.value()
        scope = try wire.value()
        sketch = try wire.value()
    }
}

extension Intake.Outcome: Wired {
    func write(to wire: inout WireWriter) {
        wire.put(report)
        wire.put(findings)
        wire.put(judgements)
        wire.put(format)
        wire.put(encoding)
        wire.put(reader)
    }

    init(from wire: inout WireReader) throws(WireError) {
        self.init(
            report: try wire.value(),
            findings: try wire.value(),
            judgements: try wire.value(),
            format: try wire.value(),
            encoding: try wire.value(),
            reader: try wire.value()
        )
    }
}

extension Result: Wired where Success: Wired, Failure == Rejection {
    func write(to wire: inout WireWriter) {
        switch self {
        case .success(let value):
            wire.put(true)
            wire.put(value)
        case .failure(let rejection):
            wire.put(false)
            wire.put(rejection)
        }
    }

    init(from wire: inout WireReader) throws(WireError) {
        let isSuccess: Bool = try wire.value()
        self = isSuccess ? .success(try wire.value()) : .failure(try wire.value())
    }
}
