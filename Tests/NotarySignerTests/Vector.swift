import Foundation
import TUFCore
import Testing

/// A row of a real notary-signer's database: the key id, the JWE, and the key it must open to.
struct Vector: CustomTestStringConvertible, Sendable {
    static let passphrase = Array("secretpass1".utf8)
    static let all = ids.map { Vector(id: $0) }

    let id: String

    var testDescription: String { String(id.prefix(8)) }

    var keyID: KeyID {
        get throws { try KeyID(id) }
    }

    var jwe: String {
        get throws { String(decoding: try read("jwe"), as: UTF8.self) }
    }

    var privateKey: PrivateKey {
        get throws {
            let lines = String(decoding: try read("pem"), as: UTF8.self)
                .split(separator: "\n").filter { !$0.hasPrefix("-----") }
            return try PrivateKey(pkcs8: try #require(Base64.decode(lines.joined())))
        }
    }

    private func read(_ type: String) throws -> Data {
        let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Vectors")
        return try Data(contentsOf: folder.appendingPathComponent("\(id).\(type)"))
    }

    private static let ids = [
        "8257fafd73f04f7e5a34f6aa570a4f0d17250f3fcc01caa1683c481243e4d10c",
        "ba567ecfb0571b93f61d3651f21f3e0948115f8e2e775673eae9b6140d291891",
        "f53eb1b15c119bc6dcd156661726a5bf031049180515c37952144735ee418a16",
    ]
}
