/// Values as bytes, for the line between a run and its workers.
///
/// Both ends are the same program, so the bytes carry neither names nor a version. Numbers are of seven bits a
/// byte, the sign in the lowest; texts are UTF-8 behind their length.
struct WireWriter {
    private(set) var bytes: [UInt8] = []

    /// Adds a whole number.
    mutating func put(_ number: Int) {
        var rest = UInt(bitPattern: (number << 1) ^ (number >> 63))
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Adds bytes behind their count.
    mutating func put(_ data: some Collection<UInt8>) {
        put(data.count)
        bytes.append(contentsOf: data)
    }

    /// Adds any value that can travel.
    mutating func put(_ value: some Wired) { value.write(to: &self) }
}

/// Takes values off the line again, in the order in which they were put there.
struct WireReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Takes a whole number.
    mutating func number() throws(WireError) -> Int {
        var bits: UInt = 0
        var shift: UInt = 0
        while place < bytes.count, shift < 64 {
            let byte = bytes[place]
            place += 1
            bits |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(bitPattern: bits >> 1) ^ -Int(bitPattern: bits & 1) }
            shift += 7
        }
        throw WireError()
    }

    /// Takes bytes.
    mutating func data() throws(WireError) -> ArraySlice<UInt8> {
        let count = try number()
        guard count >= 0, count <= bytes.count - place else { throw WireError() }
        defer { place += count }
        return bytes[place..<(place + count)]
    }

    /// Takes any value that can travel.
    mutating func value<Value: Wired>() throws(WireError) -> Value { try Value(from: &self) }
}

/// What came over the line is not what was put on it.
struct WireError: Error {}

/// A value that can travel between a run and its workers.
protocol Wired {
    func write(to wire: inout WireWriter)
    init(from wire: inout WireReader) throws(WireError)
}

extension Int: Wired {
    func write(to wire: inout WireWriter) { wire.put(self) }
    init(from wire: inout WireReader) throws(WireError) { self = try wire.number() }
}

extension Bool: Wired {
    func write(to wire: inout WireWriter) { wire.put(self ? 1 : 0) }
    init(from wire: inout WireReader) throws(WireError) { self = try wire.number() == 1 }
}

extension String: Wired {
    func write(to wire: inout WireWriter) { wire.put(utf8) }
    init(from wire: inout WireReader) throws(WireError) {
        self = String(decoding: try wire.data(), as: UTF8.self)
    }
}

extension Optional: Wired where Wrapped: Wired {
    func write(to wire: inout WireWriter) {
        wire.put(self != nil)
        if let self { wire.put(self) }
    }

    init(from wire: inout WireReader) throws(WireError) {
        let isThere: Bool = try wire.value()
        self = isThere ? .some(try wire.value()) : nil
    }
}

extension Array: Wired where Element: Wired {
    func write(to wire: inout WireWriter) {
        wire.put(count)
        for element in self { wire.put(element) }
    }

    init(from wire: inout WireReader) throws(WireError) {
        self = []
        for _ in 0..<Swift.max(0, try wire.number()) { append(try wire.value()) }
    }
}

/// A vocabulary travels by its words.
extension Wired where Self: RawRepresentable, RawValue == String {
    func write(to wire: inout WireWriter) { wire.put(rawValue) }
    init(from wire: inout WireReader) throws(WireError) {
        let word: String = try wire.value()
        guard let known = Self(rawValue: word) else { throw WireError() }
        self = known
    }
}
