import Testing

@testable import Exporting

/// Files of a bundle on a disk that has no more room.
struct FileSinkTests {
    @Test func `a full disk is told while the file is written, not when it would be finished`()
        throws
    {
        var sink = try FileSink("/dev/full")
        let piece = [UInt8](repeating: 0x30, count: 1 << 16)
        var taken = 0
        do throws(ExportError) {
            while taken < 100 {
                try sink.append(piece)
                taken += 1
            }
        } catch {
            #expect(error.path == "/dev/full")
        }
        #expect(taken < 10)
    }
}
