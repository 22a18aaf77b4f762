import Reading
import ReportModel
import Warehouse

/// Which refusals are worth another try although neither the file nor the reader has changed: those that say
/// something of the machine and the hour rather than of the file.
enum Retries {
    /// How often a file is read that ended its reader, or kept it too long, as on a busy machine a good one may; or whose
    /// character map no package brought.
    static let mostTries = 3

    /// Whether what was refused may be due in a later run, though nothing happens to the file: such a file is opened
    /// by each.
    static func mayBeDue(_ refusal: Refusal) -> Bool {
        switch refusal.code {
        case .crashed, .timedOut, .languagePackMissing: refusal.tries < mostTries
        case .programMissing, .libraryMissing: true
        default: false
        }
    }

    /// Whether what was refused is to be read once more in this run.
    static func isDue(_ refusal: Refusal) -> Bool {
        switch refusal.code {
        case .crashed, .timedOut: refusal.tries < mostTries
        case .programMissing: refusal.detail.map { ChildProgram.place(of: $0) != nil } ?? false
        case .libraryMissing: DocumentReading.readsArchives
        // The maps may be there and lack the one that this file needs.
        case .languagePackMissing: CharacterMaps.areInstalled && refusal.tries < mostTries
        default: false
        }
    }
}
