extension Metric {
    /// How many requests were newly received, and from whom.
    ///
    /// Source: the form of 2021, section 三 一; until 2018 the sheet of 2014, which knows no applicants.
    public static let demand = Metric(
        id: "demand",
        version: 1,
        definitions: [
            .count(
                "received",
                of: "s3.new_received.total or s14.received",
                series: .applicant
            ),
            .share(
                "applicant_share",
                "s3.new_received.<applicant>",
                of: "s3.new_received.total",
                series: .applicant,
                hasWhole: false
            ),
        ]
    )
}
