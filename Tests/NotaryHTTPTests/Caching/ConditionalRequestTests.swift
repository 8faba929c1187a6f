import HTTPTypes
import HummingbirdTesting
import NIOCore
import NotaryTesting
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Conditional requests")
struct ConditionalRequestTests {
    private let server = ServerUnderTest()
    /// The one time of these tests, and a second on either side.
    private static let stored = "Fri, 01 Jan 2027 00:00:00 GMT"
    private static let before = "Thu, 31 Dec 2026 23:59:59 GMT"
    private static let after = "Fri, 01 Jan 2027 00:00:01 GMT"

    private func publisher() async throws -> TestPublisher {
        let publisher = try await server.publisher()
        try await publish(1, by: publisher)
        return publisher
    }

    private func publish(_ version: Int, by publisher: TestPublisher) async throws {
        let targets = try await publisher.targets(version: version)
        var upload = Multipart().part("targets", targets)
        if version == 1 { upload = upload.part("root", try await publisher.root(version: 1)) }
        let response = try await server.post(upload)
        try #require(response.status == .ok, "\(response.text)")
    }

    private func read(
        _ file: String,
        _ headers: HTTPFields = [:],
        method: String = "GET"
    ) async throws -> TestResponse {
        try await server.send(method, ServerUnderTest.path(file), headers: headers)
    }

    /// Every way to ask for the file that was published first.
    private static func files(hash: String) -> [String] {
        ["targets.json", "1.targets.json", "targets.\(hash).json"]
    }

    @Test("a file has the digest of its bytes as its tag, however it is asked for")
    func tag() async throws {
        _ = try await publisher()
        let current = try await read("targets.json")
        let hash = HashAlgorithm.sha256.digest(of: Array(current.text.utf8)).hex
        for file in Self.files(hash: hash) {
            #expect(try await read(file).headers[.eTag] == "\"\(hash)\"")
        }
    }

    @Test("who has the file is told so, with what a cache needs and without a body")
    func hasTag() async throws {
        _ = try await publisher()
        let full = try await read("targets.json")
        let tag = try #require(full.headers[.eTag])
        for file in Self.files(hash: tag.filter { $0 != "\"" }) {
            for method in ["GET", "HEAD"] {
                let response = try await read(file, [.ifNoneMatch: tag], method: method)
                #expect(response.status == .notModified)
                #expect(response.body.readableBytes == 0)
                #expect(response.headers[.eTag] == tag)
                #expect(response.headers[.lastModified] == Self.stored)
                #expect(response.headers[.cacheControl] != nil)
                #expect(response.headers[.contentType] == nil)
            }
        }
    }

    @Test("one tag of many, and the asterisk, match", arguments: ["\"x\", W/TAG", "*"])
    func matches(list: String) async throws {
        _ = try await publisher()
        let tag = try #require(try await read("root.json").headers[.eTag])
        let field = list.replacing("TAG", with: tag)
        #expect(try await read("root.json", [.ifNoneMatch: field]).status == .notModified)
    }

    @Test("another tag gets the file", arguments: ["\"x\"", "", "TAG-without-marks"])
    func otherTag(list: String) async throws {
        _ = try await publisher()
        let tag = try #require(try await read("root.json").headers[.eTag])
        let field = list.replacing("TAG", with: tag.filter { $0 != "\"" })
        #expect(try await read("root.json", [.ifNoneMatch: field]).status == .ok)
    }

    @Test("the tag of the file before gets the newer one", arguments: ["targets", "timestamp"])
    func afterPublishing(role: String) async throws {
        let publisher = try await publisher()
        let tag = try #require(try await read("\(role).json").headers[.eTag])
        try await publish(2, by: publisher)
        let response = try await read("\(role).json", [.ifNoneMatch: tag])
        #expect(response.status == .ok)
        #expect(response.headers[.eTag] != tag)
    }

    @Test(
        "a file that is not newer than the date is not sent",
        arguments: [(before, 200), (stored, 304), (after, 304), ("nonsense", 200)]
    )
    func date(date: String, status: Int) async throws {
        _ = try await publisher()
        for file in ["targets.json", "1.root.json", "timestamp.json"] {
            let response = try await read(file, [.ifModifiedSince: date])
            #expect(response.status.code == status, "\(file)")
        }
    }

    @Test("a date counts for nothing where there is a tag")
    func tagBeforeDate() async throws {
        _ = try await publisher()
        let headers: HTTPFields = [.ifNoneMatch: "\"x\"", .ifModifiedSince: Self.after]
        #expect(try await read("targets.json", headers).status == .ok)
    }

    @Test("of two files in one second the date tells none, so the newer one is sent")
    func sameSecond() async throws {
        let publisher = try await publisher()
        try await publish(2, by: publisher)
        for file in ["targets.json", "timestamp.json", "2.targets.json"] {
            #expect(try await read(file, [.ifModifiedSince: Self.stored]).status == .ok)
            #expect(try await read(file, [.ifModifiedSince: Self.after]).status == .notModified)
        }
        let hash = try #require(try await read("targets.json").headers[.eTag])
        let file = "targets.\(hash.filter { $0 != "\"" }).json"
        #expect(try await read(file, [.ifModifiedSince: Self.stored]).status == .notModified)
    }

    @Test("what is not there is not found, whatever the client has")
    func notFound() async throws {
        _ = try await publisher()
        for headers: HTTPFields in [[.ifNoneMatch: "*"], [.ifModifiedSince: Self.after]] {
            #expect(try await read("2.root.json", headers).status == .notFound)
        }
    }
}
