#if OpenSSL
    import CLibCrypto

    /// SHA-256 by OpenSSL's libcrypto, which uses what the processor has for it: several times as fast as Swift alone.
    struct LibCryptoSHA256 {
        private var context = SHA256_CTX()

        init() { SHA256_Init(&context) }

        /// Takes in the next bytes.
        mutating func update(_ bytes: [UInt8]) { SHA256_Update(&context, bytes, bytes.count) }

        /// The 32 bytes of the hash of all bytes taken in.
        mutating func finish() -> [UInt8] {
            var digest = [UInt8](repeating: 0, count: 32)
            SHA256_Final(&digest, &context)
            return digest
        }
    }
#endif
