import ArgumentParser
import HTTPService
import NIOCore
import NotaryService
import NotaryTesting
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("The cache of files")
struct ReadyFilesTests {
    private let server = ServerUnderTest()

    private func file(bytes: Int) throws -> ReadyFile {
        let bytes = [UInt8](repeating: 0, count: bytes)
        let digest = HashAlgorithm.sha256.digest(of: bytes)
        let stored = StoredMetadata(
            role: .targets,
            version: .first,
            bytes: bytes,
            sha256: digest,
            storedAt: TestTime.now
        )
        let gun = try GUN("lab/app")
        let mark = try #require(server.service.mark(head: digest, of: gun, current: nil))
        return ReadyFile(
            SentFile(stored, CachePolicy(kind: .consistent, maximumAge: 1)),
            mark: mark,
            operation: .byHash
        )
    }

    @Test("what is asked for stays, what is not makes room")
    func generations() throws {
        let file = try file(bytes: 10_000)
        let files = ReadyFiles(capacity: file.bytes * 8)
        for number in 0..<100 {
            files.keep(file, for: "/\(number)")
            #expect(files["/0"] != nil)
        }
        let kept = (0..<100).count { files["/\($0)"] != nil }
        #expect((2...8).contains(kept))
        #expect(files["/50"] == nil)
    }

    @Test("never more than the capacity is kept", arguments: [0, 1, 50_000, 1_000_000])
    func capacity(bytes: Int) throws {
        let files = ReadyFiles(capacity: bytes)
        for size in [0, 100, 1000, 10_000, 100_000] {
            let file = try file(bytes: size)
            for number in 0..<50 { files.keep(file, for: "/\(size)/\(number)") }
            #expect(files.bytes <= bytes)
        }
    }

    @Test("a file that would push out all others is not kept")
    func large() throws {
        let files = ReadyFiles(capacity: 100_000)
        files.keep(try file(bytes: 25_000), for: "/large")
        #expect(files["/large"] == nil)
        files.keep(try file(bytes: 20_000), for: "/small")
        #expect(files["/small"] != nil)
    }

    @Test("a file takes the place of the one before it")
    func replaces() throws {
        let files = ReadyFiles(capacity: 100_000)
        for size in [1, 20_000, 2] { files.keep(try file(bytes: size), for: "/a") }
        #expect(files["/a"]?.file.body.readableBytes == 2)
        #expect(files.bytes == (try file(bytes: 2)).bytes)
    }

    @Test(
        "other ways to write a target are not kept beside it",
        arguments: ["/v2/a%2fb/x.json", "/v2/a/x.json?", "/v2/a/x.json#x"]
    )
    func spellings(target: String) throws {
        let files = ReadyFiles()
        files.keep(try file(bytes: 1), for: target)
        #expect(files[target] == nil)
    }

    @Test("how much is kept is an option; 0 keeps nothing")
    func option() throws {
        let options = try NotaryLimitOptions.parse(["--metadata-cache", "16MiB"])
        #expect(options.metadataCache.bytes == 16 << 20)
        #expect(try NotaryLimitOptions.parse([]).metadataCache.bytes == ReadyFiles.defaultCapacity)
        let none = ReadyFiles(capacity: 0)
        none.keep(try file(bytes: 0), for: "/a")
        #expect(none["/a"] == nil)
    }

    @Test("a body that must be sent in pieces is not ready, but kept")
    func pieces() throws {
        let limit = ReadyAnswer.maximumBodyBytes
        #expect(try file(bytes: limit).answer != nil)
        #expect(try file(bytes: limit + 1).answer == nil)
    }
}
