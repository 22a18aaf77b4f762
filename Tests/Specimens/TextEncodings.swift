import Foundation

/// The encodings that reports come in.
public enum TextEncodings: String, Sendable, CaseIterable {
    case utf8
    case utf8WithMark
    case gb18030
    case utf16WithMark

    /// What a page in this encoding declares.
    public var charset: String? {
        switch self {
        case .utf8, .utf8WithMark: "utf-8"
        case .gb18030: "gb2312"
        case .utf16WithMark: nil
        }
    }

    /// The bytes of a text.
    public func bytes(of text: String) -> [UInt8] {
        switch self {
        case .utf8: Array(text.utf8)
        case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case .gb18030:
            Array(text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
        case .utf16WithMark: [0xFF, 0xFE] + Array(text.data(using: .utf16LittleEndian) ?? Data())
        }
    }
}
