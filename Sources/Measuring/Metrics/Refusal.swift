extension Metric {
    /// Of the requests closed in a year, those that were refused.
    ///
    /// Narrow is 不予公开 only; wide adds 无法提供 and 不予处理. The two must never be mixed up, so each
    /// has its name. Source: the form of 2021, section 三 （三） to （五） and （七）.
    public static let refusal = Metric(
        id: "refusal",
        version: 1,
        definitions: [
            .share(
                "narrow",
                "Σ s3.refused_*.total",
                of: "s3.outcome_total.total",
                series: .reason
            ),
            .share(
                "wide",
                "Σ s3.refused_*.total + Σ s3.unable_*.total + Σ s3.unprocessed_*.total",
                of: "s3.outcome_total.total"
            ),
            .share(
                "reason_share",
                "s3.refused_<reason>.total",
                of: "Σ s3.refused_*.total",
                series: .reason,
                hasWhole: false
            ),
        ]
    )
}
