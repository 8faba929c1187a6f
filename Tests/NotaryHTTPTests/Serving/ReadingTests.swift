import HTTPTypes
import HummingbirdTesting
import NIOCore
import NotaryTesting
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Reading")
struct ReadingTests {
    private var server = ServerUnderTest()
    private static let notFound =
        #"{"errors":[{"code":"METADATA_NOT_FOUND","#
        + #""message":"You have requested metadata that does not exist.""#

    /// Publishes and returns the targets as they were sent.
    @discardableResult
    private func publish() async throws -> [UInt8] {
        let publisher = try await server.publisher()
        let targets = try await publisher.targets(version: 1)
        let root = try await publisher.root(version: 1)
        let response = try await server.post(
            Multipart().part("root", root).part("targets", targets)
        )
        try #require(response.status == .ok, "\(response.text)")
        return targets
    }

    @Test("the base answers an empty object")
    func base() async throws {
        let response = try await server.send("GET", "/v2/")
        #expect(response.status == .ok)
        #expect(response.text == "{}")
        #expect(response.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(response.headers[.cacheControl] == nil)
    }

    @Test("the current file of a role may be kept for five minutes")
    func current() async throws {
        let targets = try await publish()
        let response = try await server.send("GET", ServerUnderTest.path("targets.json"))
        #expect(response.status == .ok)
        #expect(response.text == String(decoding: targets, as: UTF8.self))
        #expect(
            response.headers[.cacheControl]
                == "public, max-age=300, s-maxage=300, must-revalidate"
        )
        #expect(response.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(response.headers[.contentLength] == "\(response.body.readableBytes)")
        #expect(response.headers[.lastModified] == "Fri, 01 Jan 2027 00:00:00 GMT")
    }

    @Test(
        "the server's own snapshot and timestamp are there",
        arguments: ["snapshot", "timestamp"]
    )
    func issued(role: String) async throws {
        try await publish()
        let response = try await server.send("GET", ServerUnderTest.path("\(role).json"))
        #expect(response.status == .ok)
        #expect(response.text.contains(role == "snapshot" ? #""Snapshot""# : #""Timestamp""#))
    }

    @Test("configured ages are sent; with 0 nothing may be kept")
    mutating func ages() async throws {
        server = ServerUnderTest(caching: CachingConfiguration(current: 0, consistent: 60))
        try await publish()
        let current = try await server.send("GET", ServerUnderTest.path("root.json"))
        #expect(current.headers[.cacheControl] == "max-age=0, no-cache, no-store")
        #expect(HTTPField.Name("Pragma").flatMap { current.headers[$0] } == "no-cache")
        let consistent = try await server.send("GET", ServerUnderTest.path("1.root.json"))
        #expect(consistent.headers[.cacheControl] == "public, max-age=60, s-maxage=60")
    }

    @Test("a file by hash or version may be kept for thirty days, and never changes")
    func consistent() async throws {
        let targets = try await publish()
        let hash = HashAlgorithm.sha256.digest(of: targets).hex
        for file in ["targets.\(hash).json", "1.targets.json", "01.targets.json"] {
            let response = try await server.send("GET", ServerUnderTest.path(file))
            #expect(response.status == .ok)
            #expect(response.text == String(decoding: targets, as: UTF8.self))
            #expect(
                response.headers[.cacheControl] == "public, max-age=2592000, s-maxage=2592000"
            )
            #expect(response.headers[.lastModified]?.hasSuffix("GMT") == true)
        }
    }

    @Test(
        "what is not stored is not found, with an empty detail and nothing to cache",
        arguments: [
            "targets/none.json", "2.root.json", "0.root.json", "targets/UPPER.json",
            "root.\(String(repeating: "0", count: 64)).json",
            "root.\(String(repeating: "0", count: 128)).json",
        ]
    )
    func notStored(file: String) async throws {
        try await publish()
        let response = try await server.send("GET", ServerUnderTest.path(file))
        #expect(response.status == .notFound)
        #expect(response.text == Self.notFound + #","detail":{}}]}"# + "\n")
        #expect(response.headers[.cacheControl] == nil)
    }

    @Test("a path that is no route is not found, without detail", arguments: ["/", "/v2", "/x"])
    func noRoute(path: String) async throws {
        let response = try await server.send("GET", path)
        #expect(response.status == .notFound)
        #expect(response.text == Self.notFound + "}]}\n")
    }

    @Test("a hash is found only under its own role")
    func hashOfAnotherRole() async throws {
        let hash = HashAlgorithm.sha256.digest(of: try await publish()).hex
        let own = try await server.send("GET", ServerUnderTest.path("targets.\(hash).json"))
        #expect(own.status == .ok)
        let response = try await server.send("GET", ServerUnderTest.path("root.\(hash).json"))
        #expect(response.status == .notFound)
    }

    @Test("HEAD answers as GET does, without the body", arguments: ["root.json", "nope.json"])
    func head(file: String) async throws {
        try await publish()
        let get = try await server.send("GET", ServerUnderTest.path(file))
        let head = try await server.send("HEAD", ServerUnderTest.path(file))
        #expect(head.status == get.status)
        #expect(head.headers[.contentLength] == get.headers[.contentLength])
        #expect(head.headers[.cacheControl] == get.headers[.cacheControl])
        #expect(head.body.readableBytes == 0)
    }

    @Test("other methods get 405 and nothing else", arguments: ["PATCH", "OPTIONS"])
    func methodNotAllowed(method: String) async throws {
        let response = try await server.send(method, "/v2/")
        #expect(response.status == .methodNotAllowed)
        #expect(response.body.readableBytes == 0)
    }

    @Test("a path that is not clean moves to the clean one, whatever the method")
    func moved() async throws {
        for method in ["GET", "POST", "PATCH"] {
            let response = try await server.send(method, "/v2//a/../b/_trust/tuf/root.json?x=1")
            #expect(response.status == .movedPermanently)
            #expect(response.headers[.location] == "/v2/b/_trust/tuf/root.json?x=1")
            #expect(response.body.readableBytes == 0)
        }
    }

    @Test("an escaped slash in a name is a slash")
    func escapedSlash() async throws {
        try await publish()
        let path = "/v2/lab%2fapp/_trust/tuf/root.json"
        #expect(try await server.send("GET", path).status == .ok)
    }

    @Test("a broken escape is a bad request")
    func brokenEscape() async throws {
        let response = try await server.send("GET", "/v2/a%zz/_trust/tuf/root.json")
        #expect(response.status == .badRequest)
        #expect(response.text == "400 Bad Request")
    }
}
