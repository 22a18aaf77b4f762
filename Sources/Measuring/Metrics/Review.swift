extension Metric {
    /// How administrative reviews ended. The primary rate is over concluded cases; over all cases those pending count as not corrected.
    ///
    /// Source: the form of 2021, section 四.
    public static let review = Metric(
        id: "review",
        version: 1,
        definitions: [
            .share(
                "correction_rate",
                "s4.review.corrected",
                of: "s4.review.maintained + s4.review.corrected + s4.review.other"
            ),
            .share(
                "correction_rate_all",
                "s4.review.corrected",
                of: "s4.review.total"
            ),
            .share(
                "pending_share",
                "s4.review.pending",
                of: "s4.review.total"
            ),
            .count(
                "cases",
                of: "s4.review.total"
            ),
        ]
    )
}
