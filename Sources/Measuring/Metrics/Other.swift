extension Metric {
    /// Of the requests closed in a year, those that ended otherwise, 其他处理; withdrawn ones are counted here.
    ///
    /// Source: the form of 2021, section 三 （六） and （七）.
    public static let other = Metric(
        id: "other",
        version: 1,
        definitions: [
            .share(
                "other_rate",
                "Σ s3.other_*.total",
                of: "s3.outcome_total.total"
            )
        ]
    )
}
