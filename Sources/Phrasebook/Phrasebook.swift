import CSVCodec
public import ReportModel

/// Everything that the program says to people, in each of its languages.
///
/// The phrases are data: `Phrases/*.csv`, a line a phrase. `{0}`, `{1}` … stand for details.
public struct Phrasebook: Sendable {
    /// The language that is spoken.
    public let language: Language
    private let phrases: [String: String]

    /// A phrasebook in one language.
    ///
    /// - Throws: ``PhrasebookError`` when a file is no table or a phrase is given twice.
    public init(_ language: Language) throws(PhrasebookError) {
        var phrases: [String: String] = [:]
        for (file, text) in EmbeddedFiles.text.sorted(by: { $0.key < $1.key }) {
            let records: [[String]]
            do {
                records = try CSVDecoder.records(of: text, columns: ["key", "en", "zh"])
            } catch {
                throw PhrasebookError(file: file, problem: error.description)
            }
            for record in records {
                guard phrases[record[0]] == nil else {
                    throw PhrasebookError(file: file, problem: "\(record[0]) is given twice")
                }
                phrases[record[0]] = record[language == .english ? 1 : 2]
            }
        }
        self.language = language
        self.phrases = phrases
    }

    /// All keys, in order.
    public var keys: [String] { phrases.keys.sorted() }

    /// Whether there is such a phrase.
    public func has(_ key: String) -> Bool { phrases[key] != nil }

    /// A phrase with its details; the key itself where there is no such phrase.
    public func say(_ key: String, _ details: String...) -> String {
        say(key, details: details)
    }

    /// A phrase with its details; the key itself where there is no such phrase.
    public func say(_ key: String, details: [String]) -> String {
        guard let phrase = phrases[key] else { return ([key] + details).joined(separator: " ") }
        // Sought as bytes: braces are ASCII, and a table says thousands of phrases.
        let bytes = phrase.utf8
        var text = ""
        var said = bytes.startIndex
        var place = said
        while let open = bytes[place...].firstIndex(of: UInt8(ascii: "{")) {
            place = bytes.index(after: open)
            guard let close = bytes[place...].firstIndex(of: UInt8(ascii: "}")),
                let index = Int(phrase[place..<close])
            else { continue }
            text += phrase[said..<open]
            text += index < details.count ? details[index] : ""
            place = bytes.index(after: close)
            said = place
        }
        return said == bytes.startIndex ? phrase : text + phrase[said...]
    }

    /// Words in the language that is spoken.
    public func say(_ wording: Wording) -> String {
        language == .english ? wording.english : wording.chinese
    }

    /// What a warning says.
    public func message(of warning: ReadingWarning) -> String {
        say("warning.\(warning.code.rawValue)", details: warning.details)
    }

    /// Why a file was refused, and what to do, in one line that names the file and the place.
    public func message(of rejection: Rejection, file: String) -> String {
        let place = place(rejection.origin)
        let words = say("rejection.\(rejection.code.rawValue)", details: rejection.details)
        return "\(file)\(place.isEmpty ? "" : ":" + place): \(words) [\(rejection.code.rawValue)]"
    }

    /// Why a document was refused, without naming the file.
    public func message(of rejection: Rejection) -> String {
        say("rejection.\(rejection.code.rawValue)", details: rejection.details)
    }

    private func place(_ origin: Origin?) -> String {
        guard let origin else { return "" }
        if let line = origin.line { return String(line) }
        return origin.table.map { say("place.table", String($0)) } ?? ""
    }
}

/// A line of the phrases' files that can't be used.
public struct PhrasebookError: Error, Sendable, CustomStringConvertible {
    /// The file.
    public var file: String
    /// What is wrong with it.
    public var problem: String

    /// The error as a sentence.
    public var description: String { "\(file): \(problem)" }
}
