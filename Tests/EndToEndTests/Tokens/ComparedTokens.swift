import Foundation
import NotaryTesting
import TUFCore

/// Tokens, good and bad, that two servers are compared by.
struct ComparedTokens: Sendable {
    /// What stands in `Authorization`, and what it is called.
    typealias Authorization = (name: String, value: String?)

    let keys: TokenKeys
    private let now = Int(Date().timeIntervalSince1970)

    init(keys: TokenKeys) {
        self.keys = keys
    }

    /// What both servers take for the same.
    func alike() throws -> [Authorization] {
        try forms() + byKeys() + byAlgorithms() + byClaims() + byAccess()
    }

    /// What one of the two takes only, and their statuses.
    func different() throws -> [(name: String, token: String, debian: String, ours: String)] {
        let rsa = keys.rsa
        return try [
            ("a list of audiences", token { $0.claims["aud"] = ["notary-lab"] }, "401", "200"),
            ("RSA-PSS", token(rsa.signing(by: "PS256")), "401", "200"),
            ("a thumbprint", token(rsa.identified(by: rsa.thumbprint)), "401", "200"),
            ("another name of a key", token(rsa.byValue(["kid": "other"])), "401", "200"),
            ("a critical member", token { $0.header["crit"] = ["exp"] }, "200", "401"),
            (
                "more than fits a header field",
                token { $0.claims["pad"] = .string(String(repeating: "a", count: 60_000)) },
                "200", "400"
            ),
        ]
    }

    private func token(
        _ signer: TokenSigner? = nil,
        access: [JSON]? = nil,
        change: (inout TestToken) -> Void = { _ in }
    ) throws -> String {
        let everything = [
            TestToken.access("lab/app", ["*"]), TestToken.access("Lab/café \"\\,x", ["*"]),
            TestToken.access("catalog", ["*"], type: "registry"),
        ]
        var token = TestToken(at: UTCTime(seconds: now), access: access ?? everything)
        change(&token)
        return "Bearer \(try (signer ?? keys.rsa).sign(token))"
    }

    private func forms() throws -> [Authorization] {
        let good = try token()
        return [
            ("none", nil), ("basic", "Basic YTpi"), ("no token", "Bearer"),
            ("two spaces", good.replacing(" ", with: "  ")), ("three words", "\(good) x"),
            ("lower case", good.replacing("Bearer", with: "bearer")),
            ("upper case", good.replacing("Bearer", with: "BEARER")),
            ("other scheme", good.replacing("Bearer", with: "Token")),
            ("garbage", "Bearer x"), ("garbage in parts", "Bearer a.b.c"), ("dots", "Bearer .."),
            ("cut", String(good.dropLast(8))), ("four parts", good + ".x"),
        ]
    }

    private func byKeys() throws -> [Authorization] {
        let certificates: [String: JSON] = ["x5c": keys.ecdsa.header["x5c"] ?? .null]
        return try [
            ("by identifier", token()), ("by certificate", token(keys.ecdsa)),
            ("by value", token(keys.rsa.byValue())),
            ("by value and certificate", token(keys.ecdsa.byValue(certificates))),
            ("by value and another certificate", token(keys.rsa.byValue(certificates))),
            ("an unknown key by value", token(keys.other.byValue())),
            ("another authority", token(keys.other)),
            ("unknown identifier", token { $0.header["kid"] = "ABCD" }),
            ("no key", token { $0.header["kid"] = "" }),
        ]
    }

    private func byAlgorithms() throws -> [Authorization] {
        let none = try token { $0.header["alg"] = "none" }
        let header: [String: JSON] = ["kid": keys.rsa.header["kid"] ?? .null]
        let hashed = TestToken(at: UTCTime(seconds: now), header: header)
            .signed(withSecret: keys.rsa.publicKey.subjectPublicKeyInfo)
        return try [
            ("none", none),
            ("none, unsigned", none.split(separator: ".").prefix(2).joined(separator: ".") + "."),
            ("HMAC with the public key", "Bearer \(hashed)"),
            ("a wrong algorithm", token { $0.header["alg"] = "RS384" }),
            ("no algorithm", token { $0.header["alg"] = "" }),
        ]
    }

    private func byClaims() throws -> [Authorization] {
        try [
            ("expired", token { $0.claims["exp"] = .integer(now - 3600) }),
            ("expired within the leeway", token { $0.claims["exp"] = .integer(now - 1) }),
            ("not yet valid", token { $0.claims["nbf"] = .integer(now + 3600) }),
            ("not yet valid within the leeway", token { $0.claims["nbf"] = .integer(now + 20) }),
            ("no end", token { $0.claims["exp"] = nil }),
            ("no start", token { $0.claims["nbf"] = nil }),
            ("text for a time", token { $0.claims["exp"] = .string("\(now + 90)") }),
            ("other issuer", token { $0.claims["iss"] = "other" }),
            ("other audience", token { $0.claims["aud"] = "other" }),
            ("no subject", token { $0.claims["sub"] = "" }),
        ]
    }

    private func byAccess() throws -> [Authorization] {
        try [
            ("no access", token(access: [])),
            ("pull", token(access: [TestToken.access("lab/app", ["pull"])])),
            ("push", token(access: [TestToken.access("lab/app", ["push"])])),
            ("push and pull", token(access: [TestToken.access("lab/app", ["pull", "push"])])),
            ("all", token(access: [TestToken.access("lab/app", ["*"])])),
            ("another repository", token(access: [TestToken.access("lab/app2", ["*"])])),
            (
                "catalog",
                token(access: [TestToken.access("catalog", ["*"], type: "registry")])
            ),
        ]
    }
}
