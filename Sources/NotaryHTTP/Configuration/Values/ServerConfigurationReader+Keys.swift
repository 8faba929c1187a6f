import TUFCore

extension ServerConfigurationReader {
    /// `trust_service`.
    mutating func trustService() -> TrustServiceConfiguration? {
        let expected = "`local` or `remote`"
        switch settings.required(.trustService, expected: expected) {
        case nil: return nil
        case "local"?: return .local(localAlgorithm() ?? .ed25519)
        case "remote"?: return remoteSigner().map { .remote($0) }
        case let other?:
            settings.note(.trustService, expected: expected, found: other)
            return nil
        }
    }

    /// The original makes Ed25519 keys whatever the key says.
    private mutating func localAlgorithm() -> KeyAlgorithm? {
        settings.parsed(.keyAlgorithm, expected: "ecdsa or ed25519") { text in
            KeyAlgorithm(rawValue: text).flatMap { $0 == .rsa ? nil : $0 }
        }
    }

    private mutating func remoteSigner() -> RemoteSignerConfiguration? {
        let host = settings.required(.signerHost, expected: "the host of the signer")
        let port = port()
        let expected = "one of ecdsa, ed25519, rsa"
        let name = settings.required(.keyAlgorithm, expected: expected)
        let algorithm = name.flatMap(KeyAlgorithm.init)
        if let name, algorithm == nil {
            settings.note(.keyAlgorithm, expected: expected, found: name)
        }
        let authorities = settings.path(.signerAuthorities, expected: "a PEM file")
        let identity = identity()
        guard let host, let port, let algorithm else { return nil }
        return RemoteSignerConfiguration(
            host: host,
            port: port,
            keyAlgorithm: algorithm,
            authorities: authorities,
            identity: identity
        )
    }

    private mutating func port() -> Int? {
        let expected = "the port of the signer, 1 to 65535"
        guard let text = settings.required(.signerPort, expected: expected) else { return nil }
        guard let port = Int(text), (1...65_535).contains(port) else {
            settings.note(.signerPort, expected: expected, found: text)
            return nil
        }
        return port
    }

    private mutating func identity() -> RemoteSignerConfiguration.Identity? {
        let certificate = settings.path(.signerCertificate, expected: "a PEM file")
        let key = settings.path(.signerCertificateKey, expected: "a PEM file")
        switch (certificate, key) {
        case (let certificate?, let key?): return .init(certificate: certificate, key: key)
        case (nil, nil): break
        case (_?, nil):
            let name = ServerKey.signerCertificate.rawValue
            settings.note(.signerCertificateKey, expected: "the key of `\(name)`, or neither")
        case (nil, _?):
            let name = ServerKey.signerCertificateKey.rawValue
            settings.note(.signerCertificate, expected: "the certificate of `\(name)`, or neither")
        }
        return nil
    }
}
