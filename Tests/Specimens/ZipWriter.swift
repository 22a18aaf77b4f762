/// Writes a ZIP archive whose members are stored as they are: all that a test needs.
public enum ZipWriter {
    /// An archive of some members.
    public static func archive(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for (name, bytes) in members {
            let path = Array(name.utf8)
            let common =
                number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 2) + number(0x21, 2)
                + number(Int(checksum(bytes)), 4) + number(bytes.count, 4) + number(bytes.count, 4)
                + number(path.count, 2) + number(0, 2)
            directory +=
                number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2)
            directory += number(0, 2) + number(0, 4) + number(archive.count, 4) + path
            archive += number(0x0403_4B50, 4) + common + path + bytes
        }
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + number(members.count, 2)
            + number(members.count, 2)
        return archive + directory + end + number(directory.count, 4) + number(archive.count, 4)
            + number(0, 2)
    }

    private static func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in
            value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
        }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
    }
}
