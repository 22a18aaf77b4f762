/// The words of which cell codes are made, in the order of the form.
protocol Vocabulary: CaseIterable {}

extension Vocabulary {
    /// The word's place among ``CaseIterable/allCases``.
    ///
    /// Every figure of every report asks for it. An enumeration without payloads is stored as the number
    /// of its case; the tests hold it to that.
    var place: Int {
        Int(unsafeBitCast(self, to: UInt8.self))
    }
}

extension ProactiveCell: Vocabulary {}
extension EarlierProactiveCell: Vocabulary {}
extension RequestRow: Vocabulary {}
extension Applicant: Vocabulary {}
extension DisputeRoute: Vocabulary {}
extension DisputeOutcome: Vocabulary {}
extension StatisticCell: Vocabulary {}
