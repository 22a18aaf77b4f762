extension Metric {
    /// How sound the reports are: findings that fail, for each report.
    ///
    /// Source: the catalogue of rules.
    public static let quality = Metric(
        id: "quality",
        version: 1,
        definitions: [
            .ratio(
                "findings_per_report",
                "findings that fail",
                of: "reports"
            ),
            .share(
                "sound_reports",
                "reports in which nothing fails",
                of: "reports"
            ),
        ]
    )
}
