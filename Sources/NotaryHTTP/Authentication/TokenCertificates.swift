import TUFCore

/// The certificates that tokens are signed under: their keys sign, and so do keys whose
/// certificates lead to one of them.
struct TokenCertificates: Sendable {
    /// The most certificates that are read from a token.
    static let maximumChain = 10

    /// The certificates in the order of the file.
    let authorities: [X509Certificate]
    private let keysByID: [String: PublicKey]
    private let keysByValue: [JSONWebKey: PublicKey]

    /// Reads PEM text; blocks that are no certificates are passed over, as the original does.
    ///
    /// - Throws: ``TokenCertificatesError``.
    init(pem: String) throws(TokenCertificatesError) {
        authorities = try Self.certificates(pem: pem)
        var keysByID: [String: PublicKey] = [:]
        var keysByValue: [JSONWebKey: PublicKey] = [:]
        for authority in authorities {
            let name = authority.commonName ?? ""
            guard let key = authority.publicKey else { throw .unsupportedKey(name: name) }
            do {
                let value = try JSONWebKey(key)
                keysByID[LibtrustFingerprint.of(key)] = key
                keysByID[value.thumbprint] = key
                keysByValue[value] = key
            } catch {
                throw .unsupportedKey(name: name)
            }
        }
        self.keysByID = keysByID
        self.keysByValue = keysByValue
    }

    /// The key that a token's header names, when it is to be believed at `time`, and the last
    /// second at which its certificates are.
    ///
    /// Keys of configured certificates are believed whenever: the operator vouches for them.
    ///
    /// - Throws: ``TokenError`` that says why it is not.
    func key(
        for hint: KeyHint,
        at time: UTCTime
    ) throws(TokenError) -> (key: PublicKey, certificatesEnd: Int) {
        switch hint {
        case .certificates(let texts):
            return try leaf(of: texts, at: time)
        case .key(let value, let texts?):
            let (key, end) = try leaf(of: texts, at: time)
            guard Self.isSame(key, value) else { throw .chainOfAnotherKey }
            return (key, end)
        case .key(let value, nil):
            guard let key = keysByValue[value] else { throw .untrustedKey }
            return (key, .max)
        case .identifier(let id):
            guard let key = keysByID[id] else { throw .unknownKey(id: id) }
            return (key, .max)
        }
    }

    private func leaf(
        of texts: [String],
        at time: UTCTime
    ) throws(TokenError) -> (PublicKey, Int) {
        let chain = try Self.chain(texts)
        guard let leaf = chain.first else { throw .malformedChain("it is empty") }
        let between = Array(chain.dropFirst())
        guard leaf.chains(to: authorities, through: between, at: time, for: .any) else {
            throw .untrustedChain
        }
        guard let key = leaf.publicKey else {
            throw .malformedChain("the key of its first certificate is not supported")
        }
        // Which of them made the chain is not known: the first end of any will do.
        let ends = (chain + authorities).filter { $0.isValid(at: time) }.map(\.notAfter.seconds)
        return (key, ends.min() ?? time.seconds)
    }

    private static func isSame(_ key: PublicKey, _ value: JSONWebKey) -> Bool {
        do { return try JSONWebKey(key) == value } catch { return false }
    }

    private static func chain(_ texts: [String]) throws(TokenError) -> [X509Certificate] {
        guard texts.count <= maximumChain else {
            throw .malformedChain(
                "it has \(texts.count) certificates, the limit is \(maximumChain)"
            )
        }
        var chain: [X509Certificate] = []
        for text in texts {
            guard let der = Base64.decode(text) else { throw .malformedChain("it is not Base64") }
            do {
                chain.append(try X509Certificate(der: der))
            } catch {
                throw .malformedChain("\(error)")
            }
        }
        return chain
    }

    private static func certificates(
        pem: String
    ) throws(TokenCertificatesError) -> [X509Certificate] {
        var certificates: [X509Certificate] = []
        do {
            for block in try PEMBlock.blocks(in: pem) where block.label == "CERTIFICATE" {
                certificates.append(try X509Certificate(der: block.bytes))
            }
        } catch {
            throw .malformed("\(error)")
        }
        guard !certificates.isEmpty else { throw .none }
        return certificates
    }
}
