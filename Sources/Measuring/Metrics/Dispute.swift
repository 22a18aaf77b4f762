extension Metric {
    /// How often answers are contested, and how often the body is corrected. Cases lag behind requests, so the rate may pass one.
    ///
    /// Source: the form of 2021, sections 三 and 四.
    public static let dispute = Metric(
        id: "dispute",
        version: 1,
        definitions: [
            .ratio(
                "dispute_rate",
                "s4.review.total + s4.lit_direct.total",
                of: "s3.outcome_total.total"
            ),
            .share(
                "dispute_correction_rate",
                "s4.review.corrected + Σ s4.lit_*.corrected",
                of: "all routes, maintained + corrected + other"
            ),
        ]
    )
}
