/// Words in each of the program's languages.
public struct Wording: Sendable, Hashable {
    /// In English.
    public var english: String
    /// In Chinese.
    public var chinese: String

    /// Words in both languages.
    public init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }
}
