#if OpenSSL
    import CLibCrypto

    /// SHA-256 by OpenSSL's libcrypto, which uses what the processor has for it: several times as fast as Swift alone.
    /// Frees its context when it goes out of scope.
    struct LibCryptoSHA256: ~Copyable {
        private let context: OpaquePointer?

        init() {
            context = EVP_MD_CTX_new()
            guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { Self.fail() }
        }

        deinit { EVP_MD_CTX_free(context) }

        /// Takes in the next bytes.
        mutating func update(_ bytes: [UInt8]) {
            guard EVP_DigestUpdate(context, bytes, bytes.count) == 1 else { Self.fail() }
        }

        /// The 32 bytes of the hash of all bytes taken in.
        mutating func finish() -> [UInt8] {
            var digest = [UInt8](repeating: 0, count: 32)
            guard EVP_DigestFinal_ex(context, &digest, nil) == 1 else { Self.fail() }
            return digest
        }

        /// Only memory or a broken library can be missing; a wrong hash would be worse than none.
        private static func fail() -> Never { fatalError("libcrypto can't reckon SHA-256") }
    }
#endif
