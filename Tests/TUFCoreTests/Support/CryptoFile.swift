import Foundation
import Testing

@testable import TUFCore

/// The files of `Vectors/crypto`.
enum CryptoFile {
    static func text(_ path: String) throws -> String {
        let folder = try #require(Bundle.module.url(forResource: "Vectors", withExtension: nil))
        return try String(contentsOf: folder.appending(path: "crypto/\(path)"), encoding: .utf8)
    }

    /// The certificates of `certificates/NAME.pem`.
    static func certificates(_ name: String) throws -> [X509Certificate] {
        try X509Certificate.bundle(pem: text("certificates/\(name).pem"))
    }

    /// The key of `private/NAME.pem`.
    static func privateKey(_ name: String) throws -> PrivateKey {
        let block = try #require(try PEMBlock.blocks(in: text("private/\(name).pem")).first)
        return try PrivateKey(pkcs8: block.bytes)
    }
}
