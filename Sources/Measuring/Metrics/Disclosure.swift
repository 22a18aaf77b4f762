extension Metric {
    /// Of the requests closed in a year, those that were answered with disclosure, in full or in part.
    ///
    /// The denominator is what bodies themselves divide by: （七）总计, the requests closed in the year.
    /// Source: the form of 2021, section 三 （一）, （二） and （七）.
    public static let disclosure = Metric(
        id: "disclosure",
        version: 1,
        definitions: [
            .share(
                "disclosure_rate",
                "s3.granted.total + s3.partial.total",
                of: "s3.outcome_total.total"
            ),
            .share(
                "full_disclosure_rate",
                "s3.granted.total",
                of: "s3.outcome_total.total"
            ),
            .share(
                "disclosure_rate_of_received",
                "s3.granted.total + s3.partial.total",
                of: "s3.new_received.total"
            ),
            .share(
                "disclosure_rate_ex_other",
                "s3.granted.total + s3.partial.total",
                of: "s3.outcome_total.total - Σ s3.other_*.total - Σ s3.unprocessed_*.total"
            ),
        ]
    )
}
