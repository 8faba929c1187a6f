/// An authority and the certificates it signed, made by the `openssl` program for one test.
struct TestCertificates: Sendable {
    /// The files of one certificate.
    struct Pair: Sendable {
        /// Path of the certificate, PEM.
        let certificate: String
        /// Path of the private key, PEM (PKCS#8), not encrypted.
        let key: String
    }

    private let folder: TemporaryFolder
    /// The authority itself.
    let authority: Pair

    /// Makes an authority named `name`.
    init(authority name: String = "Test CA") async throws {
        folder = try TemporaryFolder()
        authority = Pair(certificate: folder.path("ca.crt"), key: folder.path("ca.key"))
        try await Tool.openssl.succeed(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-subj", "/CN=\(name)", "-days", "3650", "-sha256",
                "-addext", "basicConstraints=critical,CA:TRUE",
                "-addext", "keyUsage=critical,keyCertSign,cRLSign",
                "-keyout", authority.key, "-out", authority.certificate,
            ],
            home: folder
        )
    }

    /// Makes an RSA key, `NAME.key`, and a certificate signed by itself, `NAME.crt`, in `home`.
    static func selfSigned(_ name: String, in home: TemporaryFolder) async throws -> Pair {
        let pair = Pair(certificate: home.path("\(name).crt"), key: home.path("\(name).key"))
        try await Tool.openssl.succeed(
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=\(name)",
                "-days", "365", "-keyout", pair.key, "-out", pair.certificate,
            ],
            home: home
        )
        return pair
    }

    /// Makes a certificate for a server on loopback.
    func server(_ name: String = "localhost") async throws -> Pair {
        try await sign(
            name,
            """
            subjectAltName=DNS:localhost,IP:127.0.0.1
            extendedKeyUsage=serverAuth
            keyUsage=critical,digitalSignature
            """
        )
    }

    /// Makes a certificate for a server on loopback that is a client too.
    func peer(_ name: String) async throws -> Pair {
        try await sign(
            name,
            """
            subjectAltName=DNS:localhost,IP:127.0.0.1
            extendedKeyUsage=serverAuth,clientAuth
            keyUsage=critical,digitalSignature
            """
        )
    }

    /// Makes a certificate that a client shows.
    func client(_ name: String) async throws -> Pair {
        try await sign(
            name,
            """
            extendedKeyUsage=clientAuth
            keyUsage=critical,digitalSignature
            """
        )
    }

    private func sign(_ name: String, _ extensions: String) async throws -> Pair {
        let pair = Pair(certificate: folder.path(name + ".crt"), key: folder.path(name + ".key"))
        let request = folder.path(name + ".csr")
        try await Tool.openssl.succeed(
            [
                "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-subj", "/CN=\(name)", "-keyout", pair.key, "-out", request,
            ],
            home: folder
        )
        try await Tool.openssl.succeed(
            [
                "x509", "-req", "-in", request, "-CA", authority.certificate,
                "-CAkey", authority.key, "-CAcreateserial", "-days", "3650", "-sha256",
                "-extfile", folder.write(extensions + "\n", to: name + ".ext"),
                "-out", pair.certificate,
            ],
            home: folder
        )
        return pair
    }
}
