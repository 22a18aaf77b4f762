import CSVCodec
public import ReportModel

/// All metrics that can be asked for: our own, and those that a user adds.
public struct MetricDictionary: Sendable {
    /// The metrics, ours first.
    public let metrics: [Metric]
    /// The years in which forms, law or bodies changed for everybody.
    public let breaks: [CommonBreak]

    /// What of it a user has added, by content: ours come with the program.
    public let fingerprint: ContentHash

    /// A change that every series goes through.
    public struct CommonBreak: Sendable, Hashable {
        /// The name that exports give it, such as `break_2018_2019`.
        public let code: String
        /// The first year after it.
        public let year: Int
        /// What changed.
        public let reason: Wording
    }

    /// A user's metric as it lies on disk.
    public struct Folder: Sendable {
        /// The folder's name, which is the metric's id.
        public var name: String
        /// `metric.csv`.
        public var descriptor: String
        /// `metric.sql`.
        public var sql: String

        /// The two files of a folder.
        public init(name: String, descriptor: String, sql: String) {
            self.name = name
            self.descriptor = descriptor
            self.sql = sql
        }
    }

    /// Our metrics and a user's.
    ///
    /// - Parameter folders: the user's.
    /// - Throws: ``MetricError`` when a descriptor can't be used, or a name is taken.
    public init(adding folders: [Folder] = []) throws(MetricError) {
        var metrics: [Metric] = []
        for (path, text) in EmbeddedFiles.text.sorted(by: { $0.key < $1.key })
        where path.hasSuffix("/metric.csv") {
            let id = String(path.dropFirst("Metrics/".count).dropLast("/metric.csv".count))
            let sql = EmbeddedFiles.text["Metrics/\(id)/metric.sql"] ?? ""
            metrics.append(try MetricFile(id, text).metric(sql: sql, isOurs: true))
        }
        // The questions asked most stand first.
        let first = ["disclosure", "refusal"]
        metrics =
            first.flatMap { id in metrics.filter { $0.id == id } }
            + metrics.filter { !first.contains($0.id) }
        for folder in folders {
            guard !metrics.contains(where: { $0.id == folder.name }) else {
                throw MetricError(metric: folder.name, problem: "there is a metric of this name")
            }
            metrics.append(
                try MetricFile(folder.name, folder.descriptor).metric(
                    sql: folder.sql,
                    isOurs: false
                )
            )
        }
        self.metrics = metrics
        fingerprint = ContentHash(
            of: folders.flatMap { Array("\($0.name)\0\($0.descriptor)\0\($0.sql)\0".utf8) }
        )
        breaks = try Self.commonBreaks()
    }

    private static func commonBreaks() throws(MetricError) -> [CommonBreak] {
        do {
            let rows = try CSVDecoder.records(
                of: EmbeddedFiles.text["Metrics/breaks.csv"] ?? "",
                columns: ["code", "year", "en", "zh"]
            )
            return rows.map { row in
                CommonBreak(code: row[0], year: Int(row[1]) ?? 0, reason: Wording(row[2], row[3]))
            }
        } catch {
            throw MetricError(metric: "breaks.csv", problem: error.description)
        }
    }

    /// The changes that a year is the first one after.
    public func breaks(at year: Int) -> [CommonBreak] {
        breaks.filter { $0.year == year }
    }

    /// The metric of an id.
    public subscript(id: String) -> Metric? { metrics.first { $0.id == id } }
}
