import TUFCore
import Testing

@Suite("Repositories that were tampered with")
struct TamperedRepositoryTests {
    /// Accepted by the real client and refused here, on purpose.
    static let stricter: [String: String] = [
        "dup-json-key": "a repeated member leaves room for two readings",
        "case-fold-fields": "member names are compared exactly",
        "case-fold-signed": "member names are compared exactly",
    ]

    @Test("each is refused where the real client refuses it", arguments: NotaryCase.tampered)
    func verdict(notaryCase: NotaryCase) throws {
        let found = try lookup(notaryCase)
        let accepted = notaryCase.facts.accept == true
        if accepted, Self.stricter[notaryCase.name] == nil {
            #expect(try found.get() == notaryCase.facts.out)
        } else {
            #expect(throws: (any Error).self) { try found.get() }
        }
    }

    @Test("all sixty-seven cases are there")
    func count() {
        #expect(NotaryCase.tampered.count == 67)
        let names = Set(NotaryCase.tampered.map(\.name))
        #expect(names.isSuperset(of: Self.stricter.keys))
    }

    @Test(
        "the reason is the one thing that is wrong",
        arguments: [
            ("exp-timestamp", "`timestamp` expired"),
            ("exp-snapshot", "`snapshot` expired"),
            ("exp-targets", "`targets` expired"),
            ("exp-root-fresh", "`root` expired"),
            ("sig-der", "did not meet threshold for targets"),
            ("sig-method-missing", "did not meet threshold for targets"),
            ("version-0", "version cannot be less than one"),
            ("type-timestamp-lower", "expected type Timestamp, not timestamp"),
            ("snap-root-mismatch", "`root` is not the file listed"),
            ("snap-targets-sha512-mismatch", "sha512 checksum did not match"),
            ("root-cn-mismatch", "no root certificate is in force and names"),
            ("pin-ca-codesigning-eku", "is not the pinned one"),
            ("del-dup-role", "delegated to twice"),
            ("dup-json-key", "not valid JSON"),
        ]
    )
    func reason(name: String, text: String) throws {
        let found = try lookup(NotaryCase.named(name, in: "tampered"))
        let error = #expect(throws: UpdateError.self) { try found.get() }
        #expect(try #require(error).description.contains(text), "\(String(describing: error))")
    }

    /// What `notary lookup` would print, or why nothing can be trusted.
    private func lookup(_ notaryCase: NotaryCase) throws -> Result<String, any Error> {
        Result {
            var server = MetadataServer(notaryCase)
            let workflow = try notaryCase.update(from: beginning(notaryCase))
            let repository = try server.run(workflow).result.get()
            let name = try #require(notaryCase.facts.target)
            guard let target = try TargetSearch(in: repository).target(named: name) else {
                throw NoTrustData()
            }
            let digest = target.file.hashes[.sha256]?.hex ?? ""
            return "\(name) sha256:\(digest) \(target.file.length)"
        }
    }

    private func beginning(_ notaryCase: NotaryCase) throws -> UpdateBeginning {
        if notaryCase.facts.withClientCache == true {
            return .known(try notaryCase.knownRoot("client-cache/root.json"))
        }
        return .pin(try pin(notaryCase), rules: try notaryCase.rules())
    }

    private func pin(_ notaryCase: NotaryCase) throws -> TrustPin {
        let pinning = notaryCase.facts.clientConfig?.trustPinning
        if let ids = pinning?.certs?.values.first {
            return .keyIDs(Set(try ids.map { try KeyID($0) }))
        }
        if let path = pinning?.ca?.values.first {
            let bytes = try NotaryCase.vectorBytes("tampered/\(path)")
            return .authorities(try X509Certificate.bundle(pem: bytes))
        }
        return pinning?.disableTofu == true ? .nothing : .trustOnFirstUse
    }

    struct NoTrustData: Error {}
}
