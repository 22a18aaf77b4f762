extension Metric {
    /// Of the requests closed in a year, those that were answered with disclosure, in full or in part.
    ///
    /// The denominator is what bodies themselves divide by: （七）总计, the requests closed in the year.
    /// Source: the form of 2021, section 三 （一）, （二） and （七）.
    public static let disclosure = Metric(
        id: "disclosure",
        version: 1,
        definitions: [
            Definition(
                id: "disclosure_rate",
                numerator: "s3.granted.total + s3.partial.total",
                denominator: "s3.outcome_total.total",
                hasReasons: false,
                hasWhole: true
            ),
            Definition(
                id: "full_disclosure_rate",
                numerator: "s3.granted.total",
                denominator: "s3.outcome_total.total",
                hasReasons: false,
                hasWhole: true
            ),
            Definition(
                id: "disclosure_rate_of_received",
                numerator: "s3.granted.total + s3.partial.total",
                denominator: "s3.new_received.total",
                hasReasons: false,
                hasWhole: true
            ),
            Definition(
                id: "disclosure_rate_ex_other",
                numerator: "s3.granted.total + s3.partial.total",
                denominator:
                    "s3.outcome_total.total - Σ s3.other_*.total - Σ s3.unprocessed_*.total",
                hasReasons: false,
                hasWhole: true
            ),
        ]
    )
}
