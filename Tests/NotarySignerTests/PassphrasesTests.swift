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
}
