import RepositorySimulation
import TUFCore
import Testing

/// Debian's `notary` 0.7.0 reads what TUFCore writes.
@Suite("Debian's notary client on a repository written by TUFCore", .serialized)
struct WrittenNotaryTests {
    private static let gun = "lab/written"

    @Test(
        "root, targets, a delegation of 2-of-3 keys, snapshot and timestamp are read",
        arguments: [KeyAlgorithm.ecdsa, .rsa]
    )
    func everythingIsRead(algorithm: KeyAlgorithm) async throws {
        let start = UTCTime.now.adding(seconds: -60)
        let repository = try await WrittenNotaryRepository(Self.gun, from: start, root: algorithm)
        let server = try await NotaryFileServer(repository.files, as: Self.gun)
        let reader = try NotaryCLI(server: server.url)
        let one = HashAlgorithm.sha256.digest(of: Array("one\n".utf8)).hex
        let two = HashAlgorithm.sha256.digest(of: Array("two\n".utf8)).hex
        let list = try await reader("list", Self.gun)
        #expect(list.contains("v1") && list.contains(one))
        #expect(list.contains("targets/releases") && list.contains("a<b>&é"))
        #expect(try await reader("lookup", Self.gun, "v1").contains("v1 sha256:\(one) 4"))
        #expect(try await reader("lookup", Self.gun, "v2").contains("v2 sha256:\(two) 4"))
        #expect(try await reader("delegation", "list", Self.gun).contains("targets/releases"))
        #expect(try await reader.run("lookup", Self.gun, "v3").status != 0)
        await server.process.killAtOnce()
    }

    @Test("the client would notice: a certificate for another repository is refused")
    func otherName() async throws {
        let start = UTCTime.now.adding(seconds: -60)
        let repository = try await WrittenNotaryRepository("lab/other", from: start, root: .ecdsa)
        let server = try await NotaryFileServer(repository.files, as: Self.gun)
        #expect(try await NotaryCLI(server: server.url).run("list", Self.gun).status != 0)
        await server.process.killAtOnce()
    }
}
