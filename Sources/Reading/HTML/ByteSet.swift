import Glibc

/// Some of the first 64 bytes, where white space and the signs of tags are: a test takes no comparison a member.
struct ByteSet {
    private let members: UInt64

    /// Whether a byte is one of them.
    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        byte < 64 && members >> UInt64(byte) & 1 == 1
    }

    /// What parts the words of a tag: tabulator, line feed, form feed, carriage return, space.
    static var spaces: ByteSet {
        ByteSet(members: 1 << 0x09 | 1 << 0x0A | 1 << 0x0C | 1 << 0x0D | 1 << 0x20)
    }
    /// What ends the name of an element: white space, `/` or `>`.
    static var nameEnds: ByteSet { ByteSet(members: spaces.members | 1 << 0x2F | 1 << 0x3E) }
    /// What ends the name of an attribute: the same, or `=`.
    static var attributeNameEnds: ByteSet { ByteSet(members: nameEnds.members | 1 << 0x3D) }
    /// What ends a value without quotation marks: white space or `>`.
    static var valueEnds: ByteSet { ByteSet(members: spaces.members | 1 << 0x3E) }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where a byte stands first in a range of the bytes.
    func place(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard let base = baseAddress,
            let found = memchr(base + range.lowerBound, Int32(byte), range.count)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
