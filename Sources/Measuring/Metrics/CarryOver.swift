extension Metric {
    /// What is carried over from one year to the next, and what of the work is done. Carrying over is a sign of slowness, no measure of it.
    ///
    /// Source: the form of 2021, section 三 一, 二, （七） and 四.
    public static let carryOver = Metric(
        id: "carry_over",
        version: 1,
        definitions: [
            .share(
                "carry_over_rate",
                "s3.carried_out.total",
                of: "s3.new_received.total + s3.carried_in.total"
            ),
            .share(
                "carry_in_share",
                "s3.carried_in.total",
                of: "s3.new_received.total + s3.carried_in.total"
            ),
            .share(
                "completion_rate",
                "s3.outcome_total.total",
                of: "s3.new_received.total + s3.carried_in.total"
            ),
            .count(
                "backlog_growth",
                of: "s3.carried_out.total - s3.carried_in.total"
            ),
        ]
    )
}
