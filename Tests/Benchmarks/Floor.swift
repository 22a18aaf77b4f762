import CSQLite
import Foundation
import Glibc

#if Benchmarks
    import CLibXML2
#endif

/// What can't be done with less: every file of a folder read, its tags found by a bare scan, and one row stored. Or, for
/// comparison, read and parsed by libxml2 with handlers that do nothing.
enum Floor {
    static func read(folder: String, parse: Bool) throws {
        var database: OpaquePointer?
        var statement: OpaquePointer?
        sqlite3_open(NSTemporaryDirectory() + "floor-\(getpid()).sqlite", &database)
        defer {
            sqlite3_finalize(statement)
            sqlite3_close(database)
        }
        let columns = (0..<300).map { "c\($0)" }
        sqlite3_exec(database, "CREATE TABLE t (\(columns.joined(separator: ",")))", nil, nil, nil)
        sqlite3_exec(database, "BEGIN", nil, nil, nil)
        let places = columns.map { _ in "?" }.joined(separator: ",")
        sqlite3_prepare_v2(database, "INSERT INTO t VALUES (\(places))", -1, &statement, nil)
        let files = FileManager.default.enumerator(atPath: folder)
        while let name = files?.nextObject() as? String {
            guard name.hasSuffix(".html") else { continue }
            let bytes = Self.bytes(folder + "/" + name)
            if parse {
                parseIdly(bytes)
                continue
            }
            let tags = tags(in: bytes)
            for column in 1...300 { sqlite3_bind_int64(statement, Int32(column), Int64(tags)) }
            sqlite3_step(statement)
            sqlite3_reset(statement)
        }
        sqlite3_exec(database, "COMMIT", nil, nil, nil)
        unlink(NSTemporaryDirectory() + "floor-\(getpid()).sqlite")
    }

    private static func bytes(_ path: String) -> [UInt8] {
        let file = open(path, O_RDONLY)
        defer { close(file) }
        var status = stat()
        fstat(file, &status)
        return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            count = max(0, Glibc.read(file, buffer.baseAddress, buffer.count))
        }
    }

    private static func tags(in page: [UInt8]) -> Int {
        page.withUnsafeBytes { page in
            guard let base = page.baseAddress else { return 0 }
            var (place, count) = (0, 0)
            while let open = memchr(base + place, 0x3C, page.count - place) {
                count += 1
                place = UnsafeRawPointer(open) - base + 1
                guard let close = memchr(base + place, 0x3E, page.count - place) else { break }
                place = UnsafeRawPointer(close) - base + 1
            }
            return count
        }
    }

    /// The reference; a build without libxml2 has none.
    static func parseIdly(_ page: [UInt8]) {
        #if Benchmarks
            page.withUnsafeBytes { buffer in
                let text = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
                _ = xml2_parse_idle(text, Int32(page.count))
            }
        #endif
    }
}
