import Phrasebook
import ReportModel

/// Everything that pages say, in both languages at once.
struct PageWords {
    private let english: Phrasebook
    private let chinese: Phrasebook

    init() throws(PhrasebookError) {
        english = try Phrasebook(.english)
        chinese = try Phrasebook(.chinese)
    }

    /// A phrase with its details.
    func say(_ key: String, _ details: String...) -> Wording {
        Wording(english.say(key, details: details), chinese.say(key, details: details))
    }

    /// What a column is called.
    func column(_ key: String) -> Wording { say("column.\(key)") }

    /// A member of a dimension, such as a level; its code where it has no name.
    func member(_ dimension: String, _ code: String) -> Wording {
        let key = "\(dimension).\(code)"
        return english.has(key) ? say(key) : Wording(code, code)
    }
}
