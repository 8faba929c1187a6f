import TUFCore
import Testing

@Suite("The article on the two dialects")
struct TwoDialectsTests {
    @Test("its code reads a repository of the real client, and only under the pinned key")
    func codeWorks() throws {
        let notaryCase = try NotaryCase.named("01-simple")
        let first = try notaryCase.knownRoot("metadata/root.json").root.roleKeys(of: .root)
        let pin = try #require(first.keys.keys.first)
        let repository = try refresh(notaryCase, pinnedTo: pin)
        #expect(try TwoDialects.signers(ofTag: "v1", in: repository)?.isEmpty == false)
        #expect(try TwoDialects.signers(ofTag: "nope", in: repository) == nil)
        let other = try KeyID(String(repeating: "0", count: 64))
        #expect(throws: UpdateError.pinNotMet(try notaryCase.gun())) {
            try refresh(notaryCase, pinnedTo: other)
        }
    }

    private func refresh(
        _ notaryCase: NotaryCase,
        pinnedTo pin: KeyID
    ) throws -> TrustedRepository {
        var server = MetadataServer(notaryCase)
        return try TwoDialects.refreshNotary(
            notaryCase.facts.gun,
            pinnedTo: pin,
            at: notaryCase.start().time
        ) { server.answer($0) }
    }
}
