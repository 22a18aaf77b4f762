import FormCatalog
import Foundation
import Scoring
import Specimens
import Testing

/// A short run over every reader; `scripts/fuzz` runs as long as it is told.
struct FuzzTests {
    private static let seeds: UInt64 =
        ProcessInfo.processInfo.environment["ANALYTICS_FUZZ"].flatMap(UInt64.init) ?? 40

    @Test(arguments: ReportLayout.allCases.filter(\.canBeRead))
    func `damaged bytes are read or refused`(_ layout: ReportLayout) throws {
        let fuzzing = Fuzzing(catalog: try FormCatalog())
        let count = layout.isPDF ? max(4, Self.seeds / 10) : Self.seeds
        for seed in UInt64(1)...count {
            let bytes = fuzzing.file(layout, seed: seed)
            #expect(fuzzing.problem(with: bytes, name: layout.fileName) == nil, "seed \(seed)")
        }
    }
}
