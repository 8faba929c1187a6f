extension TokenRule {
    /// The pure modules learn the time, bytes and limits from their parameters.
    static let purity = TokenRule(
        words: [
            "Clock", "ContinuousClock", "Date", "DispatchTime", "SuspendingClock", "clock_gettime",
            "gettimeofday", "time(nil", "Task.sleep", "DispatchQueue", "Thread",
            "FileHandle", "FileManager", "ProcessInfo", "URLSession", "fopen", "fread", "fwrite",
            "getenv", "mmap", "openat", "socket(", "CommandLine",
            "Logger", "debugPrint(", "dump(", "fputs", "print(", "readLine",
            "SystemRandomNumberGenerator", "UUID", ".random(", "randomElement", "shuffle",
            "shuffled", "arc4random", "getrandom",
        ],
        folders: ["Sources/TUFCore/", "Sources/PolicyEngine/"],
        exceptions: [],
        reason: "the pure modules have no clock, file, socket, log or randomness"
    )

    /// ECDSA and PSS draw randomness from libcrypto, and so does the making of keys: the one
    /// exception to purity, behind `Signer` and `KeyGenerator`.
    static let randomness = TokenRule(
        words: [
            "EVP_DigestSign", "EVP_DigestSignInit", "EVP_PKEY_generate", "EVP_PKEY_keygen",
            "EVP_PKEY_sign", "RAND_", "crypto_sign_keypair", "randombytes_",
        ],
        folders: ["Sources/"],
        exceptions: [
            "Sources/TUFCore/Crypto/KeyGenerator.swift",
            "Sources/TUFCore/Crypto/LibCrypto+Signatures.swift",
        ],
        reason: "only the documented files may draw randomness from a C library"
    )

    /// A private key signs only behind a `Signer`.
    static let signing = TokenRule(
        words: [".signature(scheme"],
        folders: ["Sources/"],
        exceptions: ["Sources/TUFCore/Crypto/", "Sources/TUFCore/Signing/SigningKey.swift"],
        reason: "only a `Signer` may sign with a private key"
    )

    /// Code that the compiler does not check for memory safety.
    static let unsafety = TokenRule(
        words: ["unsafe", "@unchecked"],
        folders: ["Sources/"],
        exceptions: [
            "Sources/TUFCore/Crypto/", "Sources/TUFCore/JSON/",
            // Jobs are run on the connection's event loop: there is no checked call for that.
            "Sources/HTTPService/Listening/EventLoopTaskExecutor.swift",
            // The limit of open files: Foundation has no call for it.
            "Sources/HTTPService/Limits/OpenFiles.swift",
            // A file that is private from its first moment on: Foundation cannot make one.
            "Sources/NotarySigner/Passphrases/PrivateFile.swift",
            // Bytes as the gRPC library hands them over: it has no checked call for that.
            "Sources/SignerProtocol/Wire/WireDeserializer.swift",
            // Lines appended in one piece by several processes: Foundation has no append.
            "Sources/NotaryHTTP/Auditing/AuditFile.swift",
            // Files made durable and swapped in one step: Foundation has neither fsync nor rename.
            "Sources/ImageTrust/Caching/DurableFile.swift",
        ],
        reason: "code that is not memory safe stays in TUFCore/Crypto and the JSON scanner"
    )

    /// The C libraries have one user.
    static let cLibraries = TokenRule(
        words: ["COpenSSL", "CSodium"],
        folders: ["Sources/"],
        exceptions: ["Sources/TUFCore/Crypto/"],
        reason: "only TUFCore/Crypto talks to libcrypto and libsodium"
    )

    /// Nothing in a server may end it.
    static let crashes = TokenRule(
        words: [
            "fatalError(", "preconditionFailure(", "try!", "as!", "assertionFailure(",
        ],
        folders: ["Sources/"],
        exceptions: [],
        reason: "bad input is an error that is thrown, never the end of the process"
    )

    /// Code without memory safety may end the process rather than read out of bounds; no other.
    static let preconditions = TokenRule(
        words: ["precondition("],
        folders: ["Sources/"],
        exceptions: ["Sources/TUFCore/Crypto/", "Sources/TUFCore/JSON/"],
        reason: "only code that guards unsafe memory may have a precondition"
    )

    static let all = [
        purity, randomness, signing, unsafety, cLibraries, crashes, preconditions,
    ]
}
