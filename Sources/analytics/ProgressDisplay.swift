import Glibc

/// How far the work has come, on a line that the next word overwrites: files, files a second, time left.
struct ProgressDisplay {
    private let start = Self.clock
    private var shown = 0

    /// Shows it, ten times a second at most.
    mutating func show(_ done: Int, of all: Int) {
        let now = Self.clock
        guard now - shown >= 100 || done == all else { return }
        shown = now
        let seconds = max(0.001, Double(now - start) / 1000)
        let rate = Double(done) / seconds
        let left = Int(Double(all - done) / max(rate, 0.001))
        let text =
            "\r\(done)/\(all)  \(Int(rate))/s  \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) \r"
        let bytes = Array(text.utf8)
        _ = write(2, bytes, bytes.count)
    }

    /// Milliseconds of a clock that never goes back.
    private static var clock: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}
