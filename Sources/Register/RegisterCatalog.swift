import CSVCodec
public import ReportModel

/// What is known about bodies before any of them has reported: divisions, sectors, reforms, abbreviations.
///
/// All of it is data, in `Registers/*.csv`.
public struct RegisterCatalog: Sendable {
    /// The administrative divisions.
    public let regions: RegionBook
    /// What bodies deal with, in the order in which their words are tried.
    public let sectors: [Sector]
    let reforms: [Reform]
    let abbreviations: [String: String]
    let superiors: [(words: String, superior: String)]
    private let lineages: [String: String]

    /// A field of government, the same in every region.
    public struct Sector: Sendable, Hashable {
        /// The code.
        public var id: String
        /// The name in English.
        public var english: String
        /// The name in Chinese.
        public var chinese: String
        /// Words in the names of its bodies.
        var words: [String]
    }

    /// A change that one of the institutional reforms made to bodies of one sort all over the country.
    struct Reform: Sendable, Hashable {
        var from: String
        var to: String
        var isRenaming: Bool
        var years: ClosedRange<Int>
        var reason: String
    }

    /// Reads the catalogue out of the files in the binary.
    ///
    /// - Throws: ``RegisterError`` when a file is no table or a line is incomplete.
    public init() throws(RegisterError) {
        regions = RegionBook(try Self.regions())
        sectors = try Self.records("sectors", ["sector", "en", "zh", "words"]).map { record in
            Sector(
                id: record[0],
                english: record[1],
                chinese: record[2],
                words: record[3].split(separator: "|").map(String.init)
            )
        }
        var reforms: [Reform] = []
        let columns = ["from", "to", "kind", "first_year", "last_year", "because"]
        for record in try Self.records("reforms", columns) {
            guard let first = Int(record[3]), let last = Int(record[4]), first <= last,
                ["renamed", "merged"].contains(record[2])
            else { throw RegisterError(file: "reforms", problem: record.joined(separator: ",")) }
            reforms.append(
                Reform(
                    from: record[0],
                    to: record[1],
                    isRenaming: record[2] == "renamed",
                    years: first...last,
                    reason: record[5]
                )
            )
        }
        self.reforms = reforms
        lineages = Self.lineages(reforms)
        var abbreviations: [String: String] = [:]
        for record in try Self.records("abbreviations", ["short", "long"]) {
            abbreviations[record[0]] = record[1]
        }
        self.abbreviations = abbreviations
        superiors = try Self.records("vertical", ["words", "superior"]).map { ($0[0], $0[1]) }
    }

    /// The hash of all files: it changes when a line does.
    public static var fingerprint: ContentHash {
        let texts = EmbeddedFiles.text.sorted { $0.key < $1.key }.map { $0.key + "\n" + $0.value }
        return ContentHash(of: Array(texts.joined().utf8))
    }

    /// The name under which all that a body was renamed to, and from, is kept.
    func lineage(of base: String) -> String { lineages[base] ?? base }

    /// Whether reforms of the list, one after another, made one name into another.
    func isRenamed(_ from: String, to: String) -> Bool {
        var reached: Set = [from]
        var open = [from]
        while let name = open.popLast() {
            for reform in reforms where reform.isRenaming && reform.from == name {
                if reform.to == to { return true }
                if reached.insert(reform.to).inserted { open.append(reform.to) }
            }
        }
        return false
    }

    /// The sector that a body's words speak of.
    func sector(of base: String) -> String? {
        sectors.first { sector in sector.words.contains { base.contains($0) } }?.id
    }

    /// Whether words are the whole name of an office, without any place: 教育, 发展和改革.
    func isOffice(_ base: String) -> Bool {
        sectors.contains { $0.words.contains(base) } || abbreviations.values.contains(base)
            || reforms.contains { $0.from == base || $0.to == base }
    }

    /// Whoever was renamed into each other, by any chain of reforms, shares a lineage: the first name in the file.
    private static func lineages(_ reforms: [Reform]) -> [String: String] {
        var roots: [String: String] = [:]
        func root(_ name: String) -> String {
            var name = name
            while let next = roots[name], next != name { name = next }
            return name
        }
        for reform in reforms where reform.isRenaming {
            let (from, to) = (root(reform.from), root(reform.to))
            roots[reform.from] = roots[reform.from] ?? from
            if from != to { roots[to] = from }
            roots[from] = from
        }
        return Dictionary(uniqueKeysWithValues: roots.keys.map { ($0, root($0)) })
    }

    private static func regions() throws(RegisterError) -> [Region] {
        let columns = ["code", "level", "parent", "name", "short_name", "from", "until", "was"]
        var regions: [Region] = []
        for record in try records("regions", columns) {
            guard let level = AgencyLevel(rawValue: record[1]), record[0].count == 6 else {
                throw RegisterError(file: "regions", problem: record.joined(separator: ","))
            }
            regions.append(
                Region(
                    code: record[0],
                    level: level,
                    parent: record[2].isEmpty ? nil : record[2],
                    name: record[3],
                    shortName: record[4],
                    from: Int(record[5]),
                    until: Int(record[6]),
                    was: record[7].isEmpty ? nil : record[7]
                )
            )
        }
        return regions
    }

    private static func records(
        _ file: String,
        _ columns: [String]
    ) throws(RegisterError) -> [[String]] {
        guard let text = EmbeddedFiles.text["Registers/\(file).csv"] else {
            throw RegisterError(file: file, problem: "no such file")
        }
        do {
            return try CSVDecoder.records(of: text, columns: columns)
        } catch {
            throw RegisterError(file: file, problem: error.description)
        }
    }
}

/// A file of the register that can't be used.
public struct RegisterError: Error, Sendable, CustomStringConvertible {
    /// The file within the register.
    public var file: String
    /// What is wrong.
    public var problem: String

    /// The error as a sentence.
    public var description: String { "Registers/\(file).csv: \(problem)" }
}
