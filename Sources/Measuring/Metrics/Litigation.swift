extension Metric {
    /// How lawsuits ended, those brought directly and those after a review together.
    ///
    /// Source: the form of 2021, section 四.
    public static let litigation = Metric(
        id: "litigation",
        version: 1,
        definitions: [
            .share(
                "correction_rate",
                "Σ s4.lit_*.corrected",
                of: "Σ s4.lit_*.maintained + Σ s4.lit_*.corrected + Σ s4.lit_*.other"
            ),
            .share(
                "correction_rate_all",
                "Σ s4.lit_*.corrected",
                of: "Σ s4.lit_*.total"
            ),
            .share(
                "pending_share",
                "Σ s4.lit_*.pending",
                of: "Σ s4.lit_*.total"
            ),
            .count(
                "cases",
                of: "Σ s4.lit_*.total"
            ),
        ]
    )
}
