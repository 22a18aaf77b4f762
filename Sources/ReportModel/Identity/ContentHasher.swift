/// Reckons a ``ContentHash`` of bytes that come piece by piece.
public struct ContentHasher: ~Copyable {
    #if OpenSSL
        private var digest = LibCryptoSHA256()
    #else
        private var digest = PortableSHA256()
    #endif

    /// A hasher that has seen nothing yet.
    public init() {}

    /// Takes in the next bytes.
    public mutating func update(_ bytes: [UInt8]) { digest.update(bytes) }

    /// The hash of all bytes taken in; nothing can be taken in afterwards.
    public mutating func finish() -> ContentHash { ContentHash(digest: digest.finish()) }
}
