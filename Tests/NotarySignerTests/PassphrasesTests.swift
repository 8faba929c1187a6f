import Foundation
import NotaryService
import Testing

@testable import NotarySigner

@Suite("Passphrases")
struct PassphrasesTests {
    @Test("come from the environment by alias, whatever its case")
    func environment() throws {
        let environment = ["NOTARY_SIGNER_ONE": "a", "NOTARY_SIGNER_LABALIAS2": "b", "ONE": "c"]
        let passphrases = try Passphrases(environment: environment, defaultAlias: "one")
        #expect(passphrases.defaultAlias == "one")
        #expect(try passphrases.passphrase(of: "one") == Array("a".utf8))
        #expect(try passphrases.passphrase(of: "LabAlias2") == Array("b".utf8))
        #expect(throws: SigningServiceError.missingPassphrase(alias: "three")) {
            try passphrases.passphrase(of: "three")
        }
    }

    @Test(
        "must have one for new keys, and not an empty one",
        arguments: [[:], ["NOTARY_SIGNER_DEFAULT": ""], ["NOTARY_SIGNER_OTHER": "a"]]
    )
    func missing(environment: [String: String]) {
        #expect(throws: SigningServiceError.missingPassphrase(alias: "default")) {
            try Passphrases(environment: environment)
        }
    }

    @Test("that of a key file opens its keys whatever the alias of new ones is")
    func keyFile() throws {
        let folder = NSTemporaryDirectory() + "passphrases-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/key"
        let missing = try KeyFile.existing(path: path)
        #expect(missing == nil)
        let made = try KeyFile(path: path)
        let file = try #require(try KeyFile.existing(path: path))
        #expect(file.passphrase == made.passphrase)
        let environment = ["NOTARY_SIGNER_ONE": "a"]
        let one = try Passphrases(environment: environment, defaultAlias: "one", keyFile: file)
        #expect(one.defaultAlias == "one")
        #expect(try one.passphrase(of: KeyFile.alias) == made.passphrase)
        let keyFile = try Passphrases(
            environment: environment,
            defaultAlias: KeyFile.alias,
            keyFile: file
        )
        #expect(try keyFile.passphrase(of: "one") == Array("a".utf8))
    }
}
