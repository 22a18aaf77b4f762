extension Metric {
    /// Of the requests closed in a year, those that could not be provided, 无法提供.
    ///
    /// Source: the form of 2021, section 三 （四） and （七）.
    public static let unable = Metric(
        id: "unable",
        version: 1,
        definitions: [
            .share(
                "unable_rate",
                "Σ s3.unable_*.total",
                of: "s3.outcome_total.total",
                series: .reason
            )
        ]
    )
}
