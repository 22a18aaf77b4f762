import ReportModel

/// What a worker is asked: to read a file.
struct WorkerRequest: Wired {
    /// The file's path.
    var path: [UInt8]
    /// What its folder says about who reports.
    var folderHint: String?
    /// Whether somebody named the file.
    var isGiven: Bool
    /// The file's bytes, where they are not to be read from a disk.
    var content: [UInt8]?
    /// The hashes of contents that needn't be read again.
    var known: [String]
    /// How many documents at the beginning of an archive have been told already.
    var passing: Int

    init(_ file: InputFile, known: [ContentHash], passing: Int) {
        path = file.path
        folderHint = file.folderHint
        isGiven = file.isGiven
        content = file.content
        self.known = known.map(\.description)
        self.passing = passing
    }

    /// The file as the run knows it.
    var file: InputFile {
        InputFile(path: path, folderHint: folderHint, isGiven: isGiven, content: content)
    }

    func write(to wire: inout WireWriter) {
        wire.put(path)
        wire.put(folderHint)
        wire.put(isGiven)
        wire.put(content != nil)
        if let content { wire.put(content) }
        wire.put(known)
        wire.put(passing)
    }

    init(from wire: inout WireReader) throws(WireError) {
        path = Array(try wire.data())
        folderHint = try wire.value()
        isGiven = try wire.value()
        let hasContent: Bool = try wire.value()
        content = hasContent ? Array(try wire.data()) : nil
        known = try wire.value()
        passing = try wire.value()
    }
}

/// What a worker says of a document, be it a file or a member of an archive.
struct ReadItem: Wired {
    /// The document's path.
    var name: String
    /// The hash of its bytes; `nil` where they can't be had.
    var hash: ContentHash?
    /// What its folder says about who reports.
    var folderHint: String?
    /// Its reports, or why there are none; `nil` where its content is known already.
    var result: Result<[Intake.Outcome], Rejection>?

    init(
        name: String,
        hash: ContentHash?,
        folderHint: String? = nil,
        result: Result<[Intake.Outcome], Rejection>?
    ) {
        self.name = name
        self.hash = hash
        self.folderHint = folderHint
        self.result = result
    }

    func write(to wire: inout WireWriter) {
        wire.put(name)
        wire.put(hash?.description)
        wire.put(folderHint)
        wire.put(result)
    }

    init(from wire: inout WireReader) throws(WireError) {
        name = try wire.value()
        let digits: String? = try wire.value()
        hash = digits.flatMap(ContentHash.init(hexadecimal:))
        folderHint = try wire.value()
        result = try wire.value()
    }
}

/// A piece of a worker's answer.
enum WorkerReply: Wired {
    /// How many documents the file has.
    case holds(Int)
    /// The next of them is going to be read.
    case begins(ReadItem)
    /// What became of it.
    case item(ReadItem)

    func write(to wire: inout WireWriter) {
        switch self {
        case .holds(let count):
            wire.put(0)
            wire.put(count)
        case .begins(let item):
            wire.put(1)
            wire.put(item)
        case .item(let item):
            wire.put(2)
            wire.put(item)
        }
    }

    init(from wire: inout WireReader) throws(WireError) {
        switch try wire.number() {
        case 0: self = .holds(try wire.value())
        case 1: self = .begins(try wire.value())
        case 2: self = .item(try wire.value())
        default: throw WireError()
        }
    }
}

extension InputFile {
    /// Reads the file's documents one after another.
    ///
    /// - Parameters:
    ///   - intake: what reads them.
    ///   - known: the hashes of contents that needn't be read again.
    ///   - passing: how many documents at the beginning are passed over.
    ///   - reply: is told how many there are, then of each that it begins, and what became of it.
    func read(
        with intake: Intake,
        known: Set<String>,
        passing: Int = 0,
        reply: (WorkerReply) -> Void
    ) {
        let items = items()
        reply(.holds(items.count))
        for item in items.dropFirst(passing) {
            let content = item.load()
            let hash = (try? content.get()).map(ContentHash.init)
            var answer = ReadItem(
                name: item.name,
                hash: hash,
                folderHint: item.folderHint,
                result: nil
            )
            reply(.begins(answer))
            let isKnown = hash.map { known.contains($0.description) } ?? false
            if !isKnown { answer.result = item.taken(content, by: intake) }
            reply(.item(answer))
        }
    }
}
