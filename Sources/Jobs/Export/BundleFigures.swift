import Measuring
import ReportModel

/// The figures that the workbook and the pages show, kept while the table of all trends is written: each metric's
/// reports are gone through once.
struct BundleFigures {
    /// Breakdowns of few lines each.
    private static let short: Set<Trend.Breakdown> = [.whole, .reason, .applicant, .province]

    /// What is told of each body.
    static let ofBodies = ProvinceFigures.shown + [("carry_over", "carry_over_rate")]

    private var figures: [Trend.Breakdown: [Observation]] = [:]
    private var bodies: [String: [Observation]] = [:]

    /// Keeps what is shown of a metric's answer by some breakdown.
    mutating func keep(_ observations: [Observation], by breakdown: Trend.Breakdown) {
        if Self.short.contains(breakdown) { figures[breakdown, default: []] += observations }
        guard breakdown == .agency else { return }
        for observation in observations
        where Self.ofBodies.contains(where: {
            $0 == (observation.metric, observation.definition)
        }) {
            bodies[observation.group, default: []].append(observation)
        }
    }

    /// The figures of all bodies together.
    var headlines: [Observation] { by(.whole) }

    /// The figures by reason, by applicant or by province, in the order of the metrics.
    func by(_ breakdown: Trend.Breakdown) -> [Observation] { figures[breakdown] ?? [] }

    /// The figures of a body, by its name.
    func of(_ body: String) -> [Observation] { bodies[body] ?? [] }
}
