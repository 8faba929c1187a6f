import NotaryTesting
import TUFCore
import Testing

@testable import NotaryHTTP

/// A token with one thing wrong, and what is said about it.
struct WrongToken: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let error: TokenError

    var testDescription: String { name }

    /// All of them, valid otherwise at `TestTime.now`.
    static func all() throws -> [WrongToken] {
        try claims() + keys() + algorithms() + signatures() + chains() + malformedChains()
            + structures()
    }

    private init(_ name: String, _ text: String, _ error: TokenError) {
        self.name = name
        self.text = text
        self.error = error
    }

    private static func signed(
        _ header: [String: JSON]? = nil,
        by key: String = "p256",
        change: (inout TestToken) -> Void = { _ in }
    ) throws -> String {
        var token = TestToken(
            header: try header ?? ["kid": .string(TokenVectors.identifiers(of: "p256").libtrust)]
        )
        change(&token)
        return try token.signed(by: TokenVectors.key(key))
    }

    private static func claims() throws -> [WrongToken] {
        let now = TestTime.now.seconds
        return try [
            WrongToken(
                "expired",
                signed { $0.claims["exp"] = .integer(now - 61) },
                .expired(at: now - 61)
            ),
            WrongToken(
                "not yet valid",
                signed { $0.claims["nbf"] = .integer(now + 61) },
                .notYetValid(from: now + 61)
            ),
            WrongToken(
                "other issuer",
                signed { $0.claims["iss"] = "other" },
                .issuer(expected: "lab-issuer", found: "other")
            ),
            WrongToken(
                "no issuer",
                signed { $0.claims["iss"] = nil },
                .issuer(expected: "lab-issuer", found: "")
            ),
            WrongToken(
                "other audience",
                signed { $0.claims["aud"] = "other" },
                .audience(expected: "notary-lab", found: ["other"])
            ),
            WrongToken(
                "audience among others only",
                signed { $0.claims["aud"] = ["other", "notary"] },
                .audience(expected: "notary-lab", found: ["other", "notary"])
            ),
            WrongToken(
                "no audience",
                signed { $0.claims["aud"] = [] },
                .audience(expected: "notary-lab", found: [])
            ),
        ]
    }

    private static func keys() throws -> [WrongToken] {
        try [
            WrongToken(
                "other key under a known identifier",
                signed(by: "other"),
                .signature
            ),
            WrongToken(
                "unknown identifier",
                signed(["kid": "ABCD"]),
                .unknownKey(id: "ABCD")
            ),
            WrongToken("no key", signed([:]), .noKey),
            WrongToken("empty identifier", signed(["kid": ""]), .noKey),
            WrongToken(
                "a key by value that nobody knows",
                signed(["jwk": TokenVectors.webKey("other")], by: "other"),
                .untrustedKey
            ),
            WrongToken(
                "a private key",
                signed(["jwk": ["kty": "EC", "crv": "P-256", "x": "AA", "y": "AA", "d": "AA"]]),
                .malformed(part: .header, "`jwk` is a private key")
            ),
            WrongToken(
                "a kind of key that there is not",
                signed(["jwk": ["kty": "oct", "k": "AA"]]),
                .malformed(part: .header, "unknown key type `oct`")
            ),
        ]
    }

    private static func algorithms() throws -> [WrongToken] {
        let key = try TokenVectors.key("p256").publicKey
        let token = TestToken(
            header: ["kid": .string(try TokenVectors.identifiers(of: "p256").libtrust)]
        )
        var unsigned = token
        unsigned.header["alg"] = "none"
        let pem = PEMBlock(label: "PUBLIC KEY", bytes: key.subjectPublicKeyInfo).text
        return try [
            WrongToken("none, without signature", unsigned.text(signature: []), .unsigned),
            WrongToken(
                "none, with a signature",
                signed { $0.header["alg"] = "none" },
                .algorithm("none")
            ),
            WrongToken(
                "HMAC with the public key as PEM",
                token.signed(withSecret: Array(pem.utf8)),
                .algorithm("HS256")
            ),
            WrongToken(
                "HMAC with the public key in DER",
                token.signed(withSecret: key.subjectPublicKeyInfo),
                .algorithm("HS256")
            ),
            WrongToken(
                "an algorithm of another curve",
                signed { $0.header["alg"] = "ES384" },
                .algorithm("ES384")
            ),
            WrongToken("no algorithm", token.text(signature: [1]), .algorithm("")),
        ]
    }

    private static func signatures() throws -> [WrongToken] {
        let parts = try signed().split(separator: ".").map(String.init)
        let otherClaims = try signed { $0.claims["sub"] = "mallory" }.split(separator: ".")
        let content = Array("\(parts[0]).\(parts[1])".utf8)
        let der = try TokenVectors.key("p256")
            .signature(scheme: .ecdsa(.sha256, .der), over: content)
        let short = [UInt8](repeating: 1, count: 63)
        return [
            WrongToken(
                "the claims of another token",
                "\(parts[0]).\(otherClaims[1]).\(parts[2])",
                .signature
            ),
            WrongToken(
                "the signature of another token",
                "\(parts[0]).\(parts[1]).\(otherClaims[2])",
                .signature
            ),
            WrongToken(
                "a signature that is too short",
                "\(parts[0]).\(parts[1]).\(TestToken.base64URL(short))",
                .signature
            ),
            WrongToken(
                "a signature in the form of X.509",
                "\(parts[0]).\(parts[1]).\(TestToken.base64URL(der))",
                .signature
            ),
        ]
    }

    private static func chains() throws -> [WrongToken] {
        guard case .array(let leaf) = try TokenVectors.chain("leaf") else { return [] }
        return try [
            WrongToken(
                "a chain to another authority of the same name",
                signed(["x5c": TokenVectors.chain("other")], by: "other"),
                .untrustedChain
            ),
            WrongToken(
                "an expired certificate",
                signed(["x5c": TokenVectors.chain("expired")], by: "leaf"),
                .untrustedChain
            ),
            WrongToken(
                "a chain with a link missing",
                signed(["x5c": .array([leaf[0]])], by: "leaf"),
                .untrustedChain
            ),
            WrongToken(
                "a good chain, signed with another key",
                signed(["x5c": .array(leaf)], by: "other"),
                .signature
            ),
            WrongToken(
                "a key by value that is not that of its certificate",
                signed(
                    [
                        "jwk": [
                            "kty": "OKP", "crv": "Ed25519", "x": "AA", "x5c": .array(leaf),
                        ]
                    ],
                    by: "other"
                ),
                .chainOfAnotherKey
            ),
        ]
    }

    private static func malformedChains() throws -> [WrongToken] {
        let many = JSON.array([JSON](repeating: "AA", count: 11))
        return try [
            WrongToken(
                "certificates without end",
                signed(["x5c": many], by: "leaf"),
                .malformedChain("it has 11 certificates, the limit is 10")
            ),
            WrongToken(
                "a certificate that is not Base64",
                signed(["x5c": ["%"]], by: "leaf"),
                .malformedChain("it is not Base64")
            ),
            WrongToken(
                "an empty chain for a key",
                signed(["jwk": ["kty": "OKP", "crv": "Ed25519", "x": "AA", "x5c": []]]),
                .malformedChain("it is empty")
            ),
        ]
    }

    private static func structures() throws -> [WrongToken] {
        let good = try signed()
        let parts = good.split(separator: ".").map(String.init)
        let list = TestToken.base64URL(Array("[]".utf8))
        return try [
            WrongToken("nothing", "", .parts(found: 1)),
            WrongToken("two parts", "\(parts[0]).\(parts[1])", .parts(found: 2)),
            WrongToken("four parts", good + ".", .parts(found: 4)),
            WrongToken(
                "no claims",
                "\(parts[0])..\(parts[2])",
                .malformed(part: .claims, "expected a value at byte 0, but the text ends")
            ),
            WrongToken(
                "a header that is no object",
                "\(list).\(parts[1]).\(parts[2])",
                .malformed(part: .header, "expected an object")
            ),
            WrongToken(
                "the plain alphabet",
                "\(parts[0])+/.\(parts[1]).\(parts[2])",
                .malformed(part: .header, "expected Base64 for URLs")
            ),
            WrongToken(
                "a time with a fraction",
                signed { $0.claims["exp"] = .decimal("1e12") },
                .malformed(part: .claims, "expected an integer in `exp`")
            ),
            WrongToken(
                "access that is no list of objects",
                signed { $0.claims["access"] = [nil] },
                .malformed(part: .claims, "expected an array of objects in `access`")
            ),
            WrongToken(
                "what must be understood and is not",
                signed { $0.header["crit"] = ["exp"] },
                .critical
            ),
            WrongToken(
                "a huge token",
                signed { $0.claims["pad"] = .string(String(repeating: "a", count: 32 * 1024)) },
                .tooLong(bytes: 0, limit: UnverifiedToken.maximumBytes)
            ),
        ]
    }
}
