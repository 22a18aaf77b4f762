import Phrasebook
import Warehouse

/// Notes that a person has looked at a finding and lets it be, or takes that back.
///
/// It holds for the finding as it is: when the numbers that it rests on change, it is open again.
public struct AcceptanceJob: Sendable {
    private let surroundings: Surroundings
    private let finding: String

    /// A job on a finding, by its id.
    public init(_ surroundings: Surroundings, finding: String) {
        self.surroundings = surroundings
        self.finding = finding
    }

    /// Accepts the finding.
    ///
    /// - Parameters:
    ///   - reason: why it may be.
    ///   - isTrial: whether to say what would be accepted, and store nothing.
    /// - Returns: what was accepted, in words.
    /// - Throws: ``JobError`` when there is no such finding.
    public func accept(reason: String, isTrial: Bool) throws(JobError) -> String {
        try change(isTrial: isTrial) { warehouse, rests throws(WarehouseError) in
            try warehouse.accept(finding, restingOn: rests, reason: reason)
        }
    }

    /// Opens the finding again.
    ///
    /// - Parameter isTrial: whether to say what would be reopened, and store nothing.
    /// - Returns: what was reopened, in words.
    /// - Throws: ``JobError`` when there is no such finding.
    public func reopen(isTrial: Bool) throws(JobError) -> String {
        try change(isTrial: isTrial) { warehouse, rests throws(WarehouseError) in
            try warehouse.reopen(finding, restingOn: rests)
        }
    }

    private func change(
        isTrial: Bool,
        _ work: (borrowing Warehouse, String) throws(WarehouseError) -> Void
    ) throws(JobError) -> String {
        let warehouse = try isTrial ? surroundings.openForReading() : surroundings.openForWriting()
        var told: [String] = []
        do throws(WarehouseError) {
            let rows = try warehouse.findings(id: finding)
            for row in rows {
                let rests = ["formula", "left_side", "right_side"]
                    .map { row[$0].text ?? "" }.joined(separator: " | ")
                if !isTrial { try work(warehouse, rests) }
                told.append("\(finding): \(rests)")
            }
        } catch {
            throw .warehouse(error)
        }
        guard !told.isEmpty else { throw .usage("error.no_such_finding", [finding]) }
        return told.joined(separator: "\n")
    }
}
