extension Metric {
    /// How fast requests were closed, as the sheet of 2014 measures it. Later forms have no such row; an extension is lawful.
    ///
    /// Source: 国办发〔2014〕32号; no continuity after 2018.
    public static let response = Metric(
        id: "response",
        version: 1,
        definitions: [
            .share(
                "on_time_2014",
                "s14.closed_on_time",
                of: "s14.closed"
            ),
            .share(
                "extension_2014",
                "s14.closed_extended",
                of: "s14.closed"
            ),
        ]
    )
}
