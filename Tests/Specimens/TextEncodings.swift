import FormCatalog
import Foundation

/// The encodings that reports come in.
public enum TextEncodings: String, Sendable, CaseIterable {
    case utf8
    case utf8WithMark
    case gb18030
    case utf16WithMark
    case utf16BigEndianBare
    /// In traditional characters.
    case big5

    /// What a page in this encoding declares.
    public var charset: String? {
        switch self {
        case .utf8, .utf8WithMark: "utf-8"
        case .gb18030: "gb2312"
        case .utf16WithMark, .utf16BigEndianBare: nil
        case .big5: "big5"
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
        case .utf16BigEndianBare: Array(text.data(using: .utf16BigEndian) ?? Data())
        case .big5:
            Array(
                Self.traditional(text)
                    .data(using: String.Encoding(rawValue: 0x8000_0A03)) ?? Data()
            )
        }
    }

    /// The text in traditional characters: for each character the first whose simplified form it is, that Big5
    /// has.
    private static func traditional(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { view.append(originals[scalar] ?? scalar) }
        return String(view)
    }

    private static let originals: [Unicode.Scalar: Unicode.Scalar] = {
        let big5 = String.Encoding(rawValue: 0x8000_0A03)
        var originals: [Unicode.Scalar: Unicode.Scalar] = [:]
        for value in UInt32(0x4E00)...0x9FFF {
            let scalar = Unicode.Scalar(value)!
            let simple = Traditional.simplified(scalar)
            if simple != scalar, originals[simple] == nil, String(scalar).data(using: big5) != nil {
                originals[simple] = scalar
            }
        }
        return originals
    }()
}
