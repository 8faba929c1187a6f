import Foundation
import TUFCore
import Testing

@testable import NotaryHTTP

/// The files of `Vectors/tokens`, where `make.py` says what they are.
enum TokenVectors {
    /// A configured key, and what it is called.
    struct Identifiers: Sendable {
        let name: String
        let libtrust: String
        let thumbprint: String
    }

    static func text(_ name: String) throws -> String {
        let folder = try #require(Bundle.module.url(forResource: "Vectors", withExtension: nil))
        return try String(contentsOf: folder.appending(path: "tokens/\(name)"), encoding: .utf8)
    }

    /// The private key of `NAME.key`.
    static func key(_ name: String) throws -> PrivateKey {
        let block = try #require(try PEMBlock.blocks(in: text("\(name).key")).first)
        return try PrivateKey(pkcs8: block.bytes)
    }

    /// The certificates of `NAME.pem` as a header lists them.
    static func chain(_ name: String) throws -> JSON {
        .array(
            try X509Certificate.bundle(pem: text("\(name).pem"))
                .map { .string(Base64.encode($0.der)) }
        )
    }

    static func identifiers() throws -> [Identifiers] {
        try text("identifiers.txt").split(separator: "\n")
            .map { line in
                let words = line.split(separator: " ").map(String.init)
                return Identifiers(name: words[0], libtrust: words[1], thumbprint: words[2])
            }
    }

    static func identifiers(of name: String) throws -> Identifiers {
        try #require(try identifiers().first { $0.name == name })
    }

    /// The key of `NAME.key`, public, as JSON.
    static func webKey(_ name: String) throws -> JSON {
        switch try key(name).publicKey.parts {
        case .ed25519(let raw):
            ["kty": "OKP", "crv": "Ed25519", "x": .string(Base64URL.encode(raw))]
        case .elliptic(let curve, let x, let y):
            [
                "kty": "EC", "crv": .string(curve), "x": .string(Base64URL.encode(x)),
                "y": .string(Base64URL.encode(y)),
            ]
        case .rsa(let modulus, let exponent):
            [
                "kty": "RSA", "n": .string(Base64URL.encode(modulus)),
                "e": .string(Base64URL.encode(exponent)),
            ]
        }
    }

    /// Trust in the certificates of the bundle.
    static func trust() throws -> TokenTrust {
        TokenTrust(
            issuer: "lab-issuer",
            service: "notary-lab",
            certificates: try TokenCertificates(pem: text("bundle.pem"))
        )
    }
}
