import Exporting
import Foundation
import ReportModel

/// A filter: files in, a line of JSON for each document out, and nothing else is touched.
///
/// It is what another engine pipes its files through, as Spark's `rdd.pipe` does.
public struct ExtractJob: Sendable {
    private let surroundings: Surroundings

    /// A job with the words for refusals, and its workers.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// Reads the files that lines name.
    ///
    /// - Parameters:
    ///   - lines: gives the next line: a path; or, for contents that lie on no disk, a path, a TAB, and the bytes in
    ///     Base64. `nil` at the end.
    ///   - write: takes an answer, a line without a line feed: the document's path and hash, and its report or why
    ///     there is none. A document with several reports has several lines.
    /// - Throws: ``JobError`` when no worker can be started, or whatever `write` throws.
    public func run(lines: () -> String?, write: (String) throws -> Void) throws {
        let intake = Intake(catalog: try surroundings.catalog)
        var pool = WorkerPool(surroundings.workers, intake: intake)
        while true {
            // In two steps, for a closure must not borrow what is being changed.
            let next = try pool.next { () throws(JobError) in
                while let line = lines() {
                    if let file = Self.file(in: line) { return (file, []) }
                }
                return nil
            }
            guard let next else { return }
            for item in next.items {
                for line in answers(for: item) { try write(line) }
            }
        }
    }

    private static func file(in line: String) -> InputFile? {
        let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = parts.first, !path.isEmpty else { return nil }
        var file = InputFile(path: Array(path.utf8))
        if parts.count > 1 {
            // What is no Base64 is an empty file, which is refused.
            file.content = Array(Data(base64Encoded: String(parts[1])) ?? Data())
        }
        return file
    }

    private func answers(for item: ReadItem) -> [String] {
        let json = InspectionJSON(surroundings.phrasebook)
        let facts: [String: JSONValue] = [
            "file": .string(item.name), "sha256": JSONValue(item.hash?.description),
        ]
        switch item.result {
        case nil: return []
        case .failure(let rejection)?:
            guard case .object(let members) = json.value(of: rejection) else { return [] }
            return [JSONValue.object(members.merging(facts) { $1 }).line]
        case .success(let outcomes)?:
            return outcomes.enumerated().map { number, outcome in
                let value = json.value(
                    of: outcome.report,
                    findings: outcome.findings,
                    all: false
                )
                guard case .object(var members) = value else { return "" }
                members.merge(facts) { $1 }
                members["part"] = .integer(number + 1)
                members["format"] = .string(outcome.format)
                members["encoding"] = .string(outcome.encoding)
                members["reader"] = .string(outcome.reader)
                return JSONValue.object(members).line
            }
        }
    }
}
