/// An administrative division of GB/T 2260 in the years in which it had its code and name.
public struct Region: Sendable, Hashable {
    /// Six digits.
    public var code: String
    /// `province`, `prefecture` or `county`.
    public var level: AgencyLevel
    /// The code of the division that it is part of; `nil` for provinces.
    public var parent: String?
    /// The full name, such as 连山壮族瑶族自治县.
    public var name: String
    /// The name without its kind and nationalities, such as 连山.
    public var shortName: String
    /// The first year, `nil` if before all reports.
    public var from: Int?
    /// The last year, `nil` if it still is.
    public var until: Int?
    /// The code that the same division had before.
    public var was: String?

    /// A division with all that is known of it.
    public init(
        code: String,
        level: AgencyLevel,
        parent: String?,
        name: String,
        shortName: String,
        from: Int?,
        until: Int?,
        was: String?
    ) {
        self.code = code
        self.level = level
        self.parent = parent
        self.name = name
        self.shortName = shortName
        self.from = from
        self.until = until
        self.was = was
    }
}
