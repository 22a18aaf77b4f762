import FormCatalog
import Glibc
import Scoring
import Specimens

/// What libFuzzer calls: one input through one reader and the extraction.
///
/// The environment says which reader (`FUZZ_LAYOUT`, a layout's name; of a PDF, the words that its child takes out
/// of it), and whether the target must crash to prove
/// that crashes are seen (`FUZZ_CANARY`).
private struct Target: Sendable {
    let fuzzing: Fuzzing
    let layout: ReportLayout
    let isCanary: Bool

    init() throws {
        fuzzing = Fuzzing(catalog: try FormCatalog())
        layout = Self.environment("FUZZ_LAYOUT").flatMap(ReportLayout.init(rawValue:)) ?? .page
        isCanary = Self.environment("FUZZ_CANARY") != nil
    }

    func run(_ bytes: [UInt8]) {
        if isCanary {
            // The standard library's own branches are not watched: how it compares text, nobody would see.
            if bytes.count > 2, bytes[0] == 0x3C, bytes[1] == 0x74, bytes[2] == 0x64 {
                fatalError("The canary was found.")
            }
        } else if let problem = problem(with: bytes) {
            fatalError(problem)
        }
    }

    private func problem(with bytes: [UInt8]) -> String? {
        layout.isPDF
            ? fuzzing.problem(withWordsOfPDF: bytes, name: layout.fileName)
            : fuzzing.problem(with: bytes, name: layout.fileName)
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}

private let target = try? Target()

/// libFuzzer's entry.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let target else { fatalError("The catalogue cannot be read.") }
    target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The program's entry: hands over to libFuzzer, under the name that SwiftPM gives an executable's `main`.
@_cdecl("coverage_fuzz_main")
public func fuzzMain(
    _ count: CInt,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments, fuzzOneInput)
}
