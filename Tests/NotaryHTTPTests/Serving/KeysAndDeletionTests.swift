import HTTPTypes
import HummingbirdTesting
import NotaryStorage
import NotaryTesting
import Testing

@testable import NotaryHTTP

@Suite("Keys, deletion, changefeed, operations")
struct KeysAndDeletionTests {
    private let server = ServerUnderTest()
    private static let deletion =
        #""GUN":"lab/app","Version":0,"#
        + #""SHA256":"","Category":"deletion"}]}"#

    private func publish() async throws {
        let publisher = try await server.publisher()
        let response = try await server.post(try await publisher.upload(version: 1))
        try #require(response.status == .ok, "\(response.text)")
    }

    @Test("a key has its members in the original's order", arguments: ["timestamp", "snapshot"])
    func key(role: String) async throws {
        let response = try await server.send("GET", ServerUnderTest.path("\(role).key"))
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(response.text.hasPrefix(#"{"keytype":"ecdsa","keyval":{"public":""#))
        #expect(response.text.hasSuffix(#"","private":null}}"#))
    }

    @Test("asking for the key of a new repository twice gives the same key")
    func sameKey() async throws {
        let path = ServerUnderTest.path("timestamp.key")
        let first = try await server.send("GET", path)
        #expect(try await server.send("GET", path).text == first.text)
        #expect(try await server.send("HEAD", path).status == .ok)
    }

    @Test("rotation gives another key than the one in use, and leaves an audit line")
    func rotate() async throws {
        try await publish()
        let path = ServerUnderTest.path("snapshot.key")
        let current = try await server.send("GET", path)
        let next = try await server.send("POST", path)
        #expect(next.status == .ok)
        #expect(next.text != current.text)
        #expect(
            server.logs.lines.contains {
                $0.contains("key rotated") && $0.contains(#""audit":"true""#)
            }
        )
    }

    @Test("keys of other roles are not handed out", arguments: ["root.key", "targets.key"])
    func otherKeys(file: String) async throws {
        for method in ["GET", "POST"] {
            let response = try await server.send(method, ServerUnderTest.path(file))
            #expect(response.status == .notFound)
        }
    }

    @Test("a deleted repository is gone; deleting nothing is no error")
    func delete() async throws {
        #expect(try await server.send("DELETE", ServerUnderTest.path("")).status == .ok)
        try await publish()
        let response = try await server.send("DELETE", ServerUnderTest.path(""))
        #expect(response.status == .ok)
        #expect(response.text == "")
        let root = try await server.send("GET", ServerUnderTest.path("root.json"))
        #expect(root.status == .notFound)
        #expect(server.logs.lines.contains { $0.contains(#""message":"deleted""#) })
    }

    @Test("the changefeed tells of updates and deletions, of one repository or all")
    func changefeed() async throws {
        try await publish()
        _ = try await server.send("DELETE", ServerUnderTest.path(""))
        let paths = ["/v2/_trust/changefeed", "/v2/lab/app/_trust/changefeed"]
        for path in paths {
            let response = try await server.send("GET", "\(path)?records=10")
            #expect(response.status == .ok)
            #expect(response.text.hasPrefix(#"{"count":2,"records":[{"ID":"1","CreatedAt":""#))
            #expect(response.text.contains(#""Version":1,"SHA256":""#))
            #expect(response.text.contains(#""Category":"update"}"#))
            #expect(
                response.text.hasSuffix(Self.deletion)
            )
        }
        let after = try await server.send("GET", "/v2/_trust/changefeed?records=10&change_id=1")
        #expect(after.text.hasPrefix(#"{"count":1,"records":[{"ID":"2""#))
        let none = try await server.send("GET", "/v2/other/_trust/changefeed?records=1")
        #expect(none.text == #"{"count":0,"records":[]}"#)
    }

    @Test(
        "parameters that are no numbers are refused as the original does",
        arguments: [
            ("", #""invalid records parameter: strconv.ParseInt: parsing \"\": invalid syntax""#),
            (
                "?records=abc%22%0a",
                #""invalid records parameter: strconv.ParseInt: parsing \"abc\\\"\\n\": invalid syntax""#
            ),
            (
                "?records=99999999999",
                #""invalid records parameter: strconv.ParseInt: parsing \"99999999999\": value out of range""#
            ),
            ("?records=5&change_id=zz", "{}"),
        ]
    )
    func badParameters(query: String, detail: String) async throws {
        let response = try await server.send("GET", "/v2/_trust/changefeed\(query)")
        #expect(response.status == .badRequest)
        #expect(
            response.text
                == #"{"errors":[{"code":"INVALID_PARAMETERS","message":"The parameters provided are not valid.","detail":"#
                + detail + "}]}\n"
        )
    }

    @Test("health is an empty object, or says what is wrong")
    func health() async throws {
        let good = try await server.send("GET", "/_notary_server/health")
        #expect(good.status == .ok)
        #expect(good.text == "{}")
        let bad = try await ServerUnderTest(
            store: FailingMetadataStore(InMemoryMetadataStore(), after: 0)
        )
        .send("GET", "/_notary_server/health")
        #expect(bad.status == .serviceUnavailable)
        #expect(bad.text.hasPrefix(#"{"DB operational":""#))
    }

    @Test("a store that fails is an error of ours, whose reason only the log has")
    func failingStore() async throws {
        let server = ServerUnderTest(store: FailingMetadataStore(InMemoryMetadataStore(), after: 0))
        let response = try await server.send("GET", ServerUnderTest.path("root.json"))
        #expect(response.status == .internalServerError)
        #expect(!response.text.contains("told to fail"))
        #expect(server.logs.lines.contains { $0.contains("told to fail") })
    }

    @Test("requests are counted under the original's metric name")
    func metrics() async throws {
        try await publish()
        _ = try await server.send("GET", ServerUnderTest.path("root.json"))
        _ = try await server.send("GET", ServerUnderTest.path("targets/none.json"))
        let text = try await server.send("GET", "/metrics").text
        let name = "notary_server_http_requests_total"
        #expect(text.contains("\(name){code=\"200\",method=\"get\",operation=\"GetRole\"} 1\n"))
        #expect(text.contains("\(name){code=\"404\",method=\"get\",operation=\"GetRole\"} 1\n"))
        #expect(text.contains("\(name){code=\"200\",method=\"post\",operation=\"UpdateTUF\"} 1\n"))
    }
}
