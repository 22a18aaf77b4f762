/// Where a report's agency, year or date was read. In order of trust.
public enum Evidence: String, Sendable, CaseIterable {
    /// The report's title.
    case title
    /// The sentence on the period that the figures cover.
    case period
    /// The signature under the report.
    case signature
    /// The sentence that the report opens with: 现公布某局2024年政府信息公开工作年度报告.
    case opening
    /// The page's metadata: publisher, source, date of publication.
    case metadata
    /// The year before the date of publication.
    case publication
    /// The file's name.
    case fileName = "file_name"
    /// The folders above the file.
    case path
}

/// A fact about a report, with where it was read and the words that say it.
public struct Evidenced<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The fact.
    public var value: Value
    /// Where it was read.
    public var evidence: Evidence
    /// The words that say it, as printed.
    public var quote: String
    /// Where the words stand; `nil` for a file's name.
    public var origin: Origin?

    /// A fact with its evidence.
    public init(_ value: Value, evidence: Evidence, quote: String, origin: Origin?) {
        self.value = value
        self.evidence = evidence
        self.quote = quote
        self.origin = origin
    }
}
