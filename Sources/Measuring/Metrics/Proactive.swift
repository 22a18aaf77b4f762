extension Metric {
    /// What section two counts: documents and decisions. Documents in force and repealed are on the form since 2021 only.
    ///
    /// Source: the forms of 2019 and 2021, section 二.
    public static let proactive = Metric(
        id: "proactive",
        version: 1,
        definitions: [
            .count(
                "regulations_in_force",
                of: "s2.regulation.in_force"
            ),
            .count(
                "documents_made",
                of: "s2.normative_doc.made or s2o.normative_doc.new_made"
            ),
            .count(
                "documents_repealed",
                of: "s2.normative_doc.repealed"
            ),
            .count(
                "documents_in_force",
                of: "s2.normative_doc.in_force"
            ),
            .count(
                "licences",
                of: "s2.licensing.decisions or s2o.licensing.decisions"
            ),
            .count(
                "penalties",
                of: "s2.penalty.decisions or s2o.penalty.decisions"
            ),
            .count(
                "coercions",
                of: "s2.coercion.decisions or s2o.coercion.decisions"
            ),
        ]
    )
}
