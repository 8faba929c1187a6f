import NotaryService
import NotaryTesting
import TUFCore
import Testing

/// Files that are in order by themselves, and that Notary does not read, or reads otherwise.
@Suite("What Notary does not read")
struct NotaryReadingTests {
    private static let noThreshold = "valid signatures did not meet threshold for targets"

    @Test(
        "targets of a wrong kind are refused in Go's words",
        arguments: [
            ("x", "json: cannot unmarshal string into Go value of type data.FileMeta"),
            (
                ["hashes": [:], "length": "1"],
                "json: cannot unmarshal string into Go value of type int64"
            ),
            (
                ["hashes": [], "length": 1],
                "json: cannot unmarshal array into Go value of type data.Hashes"
            ),
            (
                ["hashes": ["sha256": 1]],
                "json: cannot unmarshal number into Go value of type []uint8"
            ), (["hashes": ["sha256": "*"]], "illegal base64 data at input byte 0"),
        ] as [(JSON, String)]
    )
    func targetOfWrongKind(target: JSON, message: String) async throws {
        let refusal = try await refusal { $0[member: "targets"] = ["a": target] }
        #expect(refusal == .badTargets(message))
    }

    @Test(
        "odd targets that Notary reads are taken",
        arguments: [.null, [:], ["hashes": ["md5": "YQ=="], "length": -1, "custom": 1]] as [JSON]
    )
    func oddTarget(target: JSON) async throws {
        #expect(try await refusal { $0[member: "targets"] = ["a": target] } == nil)
    }

    @Test("the signature over an integer that floating point does not have counts for nothing")
    func inexactInteger() async throws {
        let exact = try await refusal {
            $0[member: "targets"] = ["a": ["length": 9_007_199_254_740_992]]
        }
        #expect(exact == nil)
        let refusal = try await refusal {
            $0[member: "targets"] = ["a": ["length": 9_007_199_254_740_993]]
        }
        #expect(refusal == .badTargets(Self.noThreshold))
        let deep = try await self.refusal { $0[member: "x"] = [["y": 9_007_199_254_740_993]] }
        #expect(deep == .badTargets(Self.noThreshold))
    }

    @Test("a signature by a key under an id that is not its own ends it, though others signed")
    func wrongKeyID() async throws {
        let server = TestServer()
        var publisher = try await server.publisher()
        let second = SigningKey(notary: try KeyGenerator().generate(.ecdsa))
        publisher.root.targets.keys.append(second.key)
        var signed = publisher.root.signed
        signed[member: "keys"]?[member: second.key.id.hex] = publisher.rootKey.key.notaryJSON
        let root = PublicationPart(
            name: "root",
            bytes: try await MetadataSigner(.notary).file(signed: signed, by: [publisher.rootKey])
        )
        let targets = TestTargets()
        let one = try await targets.part(signedBy: publisher.targetsKey)
        let both = try await targets.part(signedBy: publisher.targetsKey, second)
        let refusal = await server.refusal(of: [root, both], by: publisher)
        #expect(refusal == .badTargets("key ID is not valid for key content"))
        #expect(await server.refusal(of: [root, one], by: publisher) == nil)
    }

    @Test(
        "text around a root's certificate, or another type, makes another key of it",
        arguments: [(KeyType.ecdsaX509, "# a\n"), (.rsaX509, ""), (KeyType("dsa"), "")]
    )
    func rewrittenCertificate(type: KeyType, text: String) async throws {
        let server = TestServer()
        var publisher = try await server.publisher()
        let signer = try TestRootKey.lab.signingKey(listedAs: type, after: text)
        publisher.root.root = TestRole([signer.key])
        let parts = [
            try await publisher.root.part(signedBy: signer), try await publisher.targetsPart(),
        ]
        #expect(
            await server.refusal(of: parts, by: publisher)
                == .badRoot(
                    "could not validate the path to a trusted root: "
                        + "failed to validate integrity of roots"
                )
        )
    }

    /// Why targets that were changed before they were signed are refused; nil when they are taken.
    private func refusal(
        _ change: (inout JSON) -> Void
    ) async throws -> NotaryServiceError? {
        let server = TestServer()
        let publisher = try await server.published()
        var signed = TestTargets(version: 2).signed
        change(&signed)
        let bytes = try await MetadataSigner(.notary)
            .file(signed: signed, by: [publisher.targetsKey])
        return await server.refusal(of: [.init(name: "targets", bytes: bytes)], by: publisher)
    }
}
