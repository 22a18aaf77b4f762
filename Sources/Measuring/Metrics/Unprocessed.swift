extension Metric {
    /// Of the requests closed in a year, those that were not processed, 不予处理.
    ///
    /// Source: the form of 2021, section 三 （五） and （七）.
    public static let unprocessed = Metric(
        id: "unprocessed",
        version: 1,
        definitions: [
            .share(
                "unprocessed_rate",
                "Σ s3.unprocessed_*.total",
                of: "s3.outcome_total.total",
                series: .reason
            )
        ]
    )
}
