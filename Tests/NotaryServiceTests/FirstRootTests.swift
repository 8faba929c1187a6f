import NotaryService
import NotaryTesting
import TUFCore
import Testing

@Suite("A first root")
struct FirstRootTests {
    private static let noCertificates =
        "could not validate the path to a trusted root: unable to retrieve valid leaf certificates"
    private static let notSigned =
        "could not validate the path to a trusted root: failed to validate integrity of roots"

    @Test("may have version 1 or 2 and no other", arguments: [(1, true), (2, true), (3, false)])
    func version(number: Int, isTaken: Bool) async throws {
        let server = TestServer()
        var publisher = try await server.publisher()
        publisher.root.version = number
        let refusal = try await server.refusal(of: publisher.firstParts(), by: publisher)
        let message = "Root modifications must increment the version. Current 1, new \(number)"
        #expect(refusal == (isTaken ? nil : .badRoot(message)))
        #expect(try await server.versions(of: publisher.gun)[0] == (isTaken ? number : nil))
    }

    @Test(
        "is taken with a certificate that names the repository",
        arguments: [TestRootKey.app, .lab, .rsa]
    )
    func goodCertificate(key: TestRootKey) async throws {
        let server = TestServer()
        let publisher = try await server.publisher(rootKey: key)
        let refusal = try await server.refusal(of: publisher.firstParts(), by: publisher)
        #expect(refusal == nil)
    }

    @Test(
        "is refused with another common name, a SHA-1 signature or an authority's certificate",
        arguments: [TestRootKey.other, .sha1, .authority]
    )
    func badCertificate(key: TestRootKey) async throws {
        let server = TestServer()
        let publisher = try await server.publisher(rootKey: key)
        let refusal = try await server.refusal(of: publisher.firstParts(), by: publisher)
        #expect(refusal == .badRoot(Self.noCertificates))
    }

    @Test("is refused with a bare key: first-root-bare-ecdsa")
    func bareKey() async throws {
        let server = TestServer()
        var publisher = try await server.publisher()
        let bare = try TestRootKey.lab.bareKey
        publisher.root.root = TestRole([bare.key])
        let parts = [
            try await publisher.root.part(signedBy: bare), try await publisher.targetsPart(),
        ]
        let refusal = await server.refusal(of: parts, by: publisher)
        #expect(refusal == .badRoot(Self.noCertificates))
    }

    @Test("is refused with an expired certificate: first-root-cert-expired")
    func expiredCertificate() async throws {
        let server = TestServer()
        var publisher = try await server.publisher()
        publisher.root.expires = TestTime.days(50_000)
        let parts = try await publisher.firstParts()
        await #expect(throws: NotaryServiceError.badRoot(Self.noCertificates)) {
            try await server.service.publish(
                parts,
                to: publisher.gun,
                now: TestTime.days(40_000)
            )
        }
    }

    @Test("is refused when another key signed it, or none")
    func signature() async throws {
        let server = TestServer()
        let publisher = try await server.publisher()
        let unsigned = PublicationPart(
            name: "root",
            bytes: try await publisher.root.bytes(signedBy: [])
        )
        let byOther = try await publisher.root.part(signedBy: TestRootKey.labNext.signingKey)
        for root in [unsigned, byOther] {
            let parts = [root, try await publisher.targetsPart()]
            let refusal = await server.refusal(of: parts, by: publisher)
            #expect(refusal == .badRoot(Self.notSigned))
        }
    }

    @Test("needs its whole threshold: first-root-threshold2-1key")
    func threshold() async throws {
        let server = TestServer()
        var publisher = try await server.publisher()
        let second = try TestRootKey.app.signingKey
        publisher.root.root = TestRole([publisher.rootKey.key, second.key], threshold: 2)
        let targets = try await publisher.targetsPart()
        let one = try await publisher.root.part(signedBy: publisher.rootKey)
        let refusal = await server.refusal(of: [one, targets], by: publisher)
        #expect(refusal == .badRoot(Self.notSigned))
        let twice = try await publisher.root.part(signedBy: publisher.rootKey, publisher.rootKey)
        #expect(await server.refusal(of: [twice, targets], by: publisher) != nil)
        let both = try await publisher.root.part(signedBy: publisher.rootKey, second)
        #expect(await server.refusal(of: [both, targets], by: publisher) == nil)
    }

    @Test("is refused when it has expired")
    func expiry() async throws {
        let server = TestServer()
        var publisher = try await server.publisher()
        publisher.root.expires = try #require(UTCTime(rfc3339: "2026-11-22T05:41:46.5Z"))
        let refusal = try await server.refusal(of: publisher.firstParts(), by: publisher)
        #expect(refusal == .badRoot("root expired at Sun Nov 22 05:41:46 UTC 2026"))
    }

    @Test("is refused when it is of another type")
    func type() async throws {
        let server = TestServer()
        var publisher = try await server.publisher()
        publisher.root.type = "root"
        let refusal = try await server.refusal(of: publisher.firstParts(), by: publisher)
        guard case .invalidUpdate(.badRoot(let message)) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(message.hasPrefix("root type metadata invalid: "))
    }

    @Test("must be there")
    func missing() async throws {
        let server = TestServer()
        let publisher = try await server.publisher()
        let refusal = try await server.refusal(of: [publisher.targetsPart()], by: publisher)
        let message = "no pre-existing root and no root provided in update."
        #expect(refusal == .invalidUpdate(.validation(message: message)))
    }

    @Test("needs targets or a snapshot beside it")
    func alone() async throws {
        let server = TestServer()
        let publisher = try await server.publisher()
        let refusal = try await server.refusal(of: [publisher.rootPart()], by: publisher)
        #expect(refusal == .invalidUpdate(.validation(message: "targets must be loaded first")))
    }
}
