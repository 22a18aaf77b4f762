import ReportModel

/// Answers that are kept until anything changes, so that what is asked every day is worked out once.
extension Warehouse {
    /// How often anything but the journal of runs has changed.
    ///
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func generation() throws(WarehouseError) -> Int {
        try database.rows("SELECT number FROM generation")[0]["number"].integer ?? 0
    }

    /// What somebody may ask, with all that the answer depends on besides the warehouse.
    public struct Question: Sendable, Hashable {
        /// The question's text, and how the answer is made of it.
        public var text: String
        /// Its named parameters.
        public var parameters: [String: SQLValue]

        /// A question.
        public init(text: String, parameters: [String: SQLValue]) {
            self.text = text
            self.parameters = parameters
        }

        fileprivate var key: String {
            let given = parameters.sorted { $0.key < $1.key }
                .map { "\($0.key) \(json([$0.value]))" }
            return text + "\n" + given.joined(separator: "\n")
        }
    }

    /// The answer that was kept to a question, a row of values each; `nil` if there is none, or anything has changed.
    ///
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func keptAnswer(to question: Question) throws(WarehouseError) -> [[SQLValue]]? {
        let kept = try database.rows(
            try Schema.text("queries/kept_answer"),
            ["question": .text(question.key)]
        )
        guard let kept = kept.first else { return nil }
        let width = try elements(of: kept["columns"]).count
        let cells = try elements(of: kept["cells"])
        return stride(from: 0, to: cells.count, by: width).map { start in
            Array(cells[start..<(start + width)])
        }
    }

    /// Keeps some answers until anything changes. Others that are out of date are forgotten.
    ///
    /// - Parameter answers: questions, and the rows that answer them, equally wide.
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func keep(
        _ answers: [(question: Question, rows: [[SQLValue]])]
    ) throws(WarehouseError) {
        let generation = try generation()
        try unit { () throws(WarehouseError) in
            let forget = try database.prepare("DELETE FROM kept_answer WHERE generation <> ?")
            try database.run(forget, [.integer(generation)])
            let insert = try database.prepare(
                "INSERT OR IGNORE INTO kept_answer VALUES (?, ?, ?, ?)"
            )
            for (question, rows) in answers {
                // Without a row nobody could tell how wide they are; such a question is cheap.
                guard let width = rows.first?.count else { continue }
                try database.run(
                    insert,
                    [
                        .text(question.key), .integer(generation),
                        .text(json((1...width).map(SQLValue.integer))),
                        .text(json(rows.flatMap { $0 })),
                    ]
                )
            }
        }
    }

    private func elements(of array: SQLValue) throws(WarehouseError) -> [SQLValue] {
        try database.list("SELECT value FROM json_each(:array)", ["array": array]) { $0.value(0) }
    }
}

/// A JSON array. Source: RFC 8259.
private func json(_ values: [SQLValue]) -> String {
    "["
        + values.map { value in
            switch value {
            case .null: "null"
            case .integer(let number): String(number)
            case .text(let text): "\"\(escaped(text))\""
            }
        }.joined(separator: ",") + "]"
}

private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case "\0"..." ":
            "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: String(scalar)
        }
    }.joined()
}

/// What was put in place where.
extension Warehouse {
    /// A bundle that was published.
    public struct Published: Sendable, Hashable {
        /// The state of the warehouse that it shows.
        public var generation: Int
        /// The program that made it, and what it went by besides the warehouse.
        public var madeWith: String
        /// All its files, by name and hash.
        public var fingerprint: String

        /// A bundle.
        public init(generation: Int, madeWith: String, fingerprint: String) {
            self.generation = generation
            self.madeWith = madeWith
            self.fingerprint = fingerprint
        }
    }

    /// The bundle that was published last in a folder; `nil` where none was.
    ///
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func published(in folder: String) throws(WarehouseError) -> Published? {
        try database.rows(
            "SELECT generation, made_with, fingerprint FROM published WHERE folder = :folder",
            ["folder": .text(folder)]
        ).first.flatMap { row in
            guard let generation = row["generation"].integer, let program = row["made_with"].text,
                let fingerprint = row["fingerprint"].text
            else { return nil }
            return Published(generation: generation, madeWith: program, fingerprint: fingerprint)
        }
    }

    /// Notes what was published in a folder.
    ///
    /// - Throws: ``WarehouseError`` when the database refuses.
    public func note(_ bundle: Published, publishedIn folder: String) throws(WarehouseError) {
        let statement = try database.prepare("INSERT OR REPLACE INTO published VALUES (?, ?, ?, ?)")
        try database.run(
            statement,
            [
                .text(folder), .integer(bundle.generation), .text(bundle.madeWith),
                .text(bundle.fingerprint),
            ]
        )
    }
}
