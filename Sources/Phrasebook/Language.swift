/// A language that the program speaks.
public enum Language: String, Sendable, CaseIterable {
    /// English.
    case english = "en"
    /// Chinese, simplified.
    case chinese = "zh"

    /// The language that an environment asks for: `ANALYTICS_LANG`, else `LC_ALL`, `LC_MESSAGES` or
    /// `LANG`, whichever is set first; English where none says Chinese.
    public init(environment: [String: String]) {
        let asked = ["ANALYTICS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        self = asked?.lowercased().hasPrefix("zh") == true ? .chinese : .english
    }
}
