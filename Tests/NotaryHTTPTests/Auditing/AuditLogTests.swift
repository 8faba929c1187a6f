import HTTPService
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import NotaryService
import NotaryTesting
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("The audit log")
struct AuditLogTests {
    private let server = ServerUnderTest()

    private static let requester = Requester(
        id: RequestID(
            of: Request(
                head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/"),
                body: RequestBody(buffer: ByteBuffer())
            ),
            else: "r"
        )
    )

    /// The audit lines, as they are read back.
    private var lines: [JSONValue] {
        get throws {
            try server.logs.lines.filter { $0.contains(#""audit":"true""#) }
                .map { try JSONDocument(parsing: Array($0.utf8), limits: .untrustedMetadata).root }
        }
    }

    private func roles(_ line: JSONValue) -> [[String: String]] {
        (line["roles"].map { Array($0.elements) } ?? [])
            .map { role in
                var members = ["role": role["role"]?.string ?? ""]
                members["version"] = role["version"]?.integer.map { "\($0)" }
                members["sha256"] = role["sha256"]?.string
                return members
            }
    }

    @Test("has a line for a publish: who, which repository, each role with version and digest")
    func publish() async throws {
        let publisher = try await server.publisher()
        let id = HTTPField.Name("X-Request-ID")
        let upload = try await publisher.upload(version: 1)
        let answer = try await server.send(
            "POST",
            ServerUnderTest.path(""),
            headers: [.contentType: upload.contentType, try #require(id): "made-by-test"],
            body: upload.bytes
        )
        #expect(answer.status == .ok)
        let line = try #require(try lines.last)
        #expect(line["message"]?.string == "published")
        #expect(line["action"]?.string == "publish")
        #expect(line["outcome"]?.string == "done")
        #expect(line["gun"]?.string == "lab/app")
        #expect(line["request"]?.string == "made-by-test")
        let stored = roles(line)
        #expect(stored.map { $0["role"] } == ["root", "targets", "snapshot", "timestamp"])
        #expect(stored.allSatisfy { $0["version"] == "1" })
        for role in stored {
            let path = ServerUnderTest.path("\(role["role"] ?? "").\(role["sha256"] ?? "").json")
            #expect(try await server.send("GET", path).status == .ok)
        }
    }

    @Test("has a line for a publish that was refused: what it claimed to be, and why")
    func refusedPublish() async throws {
        let publisher = try await server.publisher()
        let upload = try await publisher.upload(version: 3)
        #expect(try await server.post(upload).status == .badRequest)
        let line = try #require(try lines.last)
        #expect(line["message"]?.string == "publish refused")
        #expect(line["outcome"]?.string == "refused")
        #expect(line["status"]?.integer == 400)
        #expect(line["gun"]?.string == "lab/app")
        #expect(roles(line).map { $0["role"] } == ["root", "targets"])
        let reason = line["reason"]?.string ?? ""
        #expect(reason.contains("INVALID_UPDATE") && reason.contains("must increment the version"))
    }

    @Test("has a line for each key that is made or rotated, and for a deletion")
    func keysAndDeletion() async throws {
        for (method, file) in [("GET", "snapshot.key"), ("POST", "timestamp.key"), ("DELETE", "")] {
            #expect(try await server.send(method, ServerUnderTest.path(file)).status == .ok)
        }
        let lines = try lines
        #expect(
            lines.map { $0["message"]?.string } == [
                "key made", "key made", "key rotated", "deleted",
            ]
        )
        #expect(lines.map { $0["action"]?.string } == ["key", "key", "rotation", "deletion"])
        #expect(lines.map { $0["key"]?.string?.count } == [64, 64, 64, nil])
        #expect(
            lines.map { roles($0).first?["role"] } == ["snapshot", "timestamp", "timestamp", nil]
        )
        #expect(lines.allSatisfy { $0["gun"]?.string == "lab/app" })
    }

    @Test("has one line for a key that many ask for at once, and none for who reads it later")
    func keyOnce() async throws {
        let path = ServerUnderTest.path("snapshot.key")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<32 {
                group.addTask {
                    let answer = try await server.send("GET", path)
                    #expect(answer.status == .ok)
                }
            }
            try await group.waitForAll()
        }
        _ = try await server.send("GET", path)
        #expect(try lines.map { $0["message"]?.string } == ["key made"])
    }

    @Test("has a line for each of these that a token did not allow, and none for a read")
    func unauthorized() async throws {
        let server = ServerUnderTest(
            tokens: TokenAuthenticator(
                realm: .url("https://auth.example.com/token"),
                trust: try TokenVectors.trust()
            )
        )
        let requests = [
            ("GET", "snapshot.key"), ("POST", "timestamp.key"), ("DELETE", ""), ("POST", ""),
            ("GET", "root.json"),
        ]
        for (method, file) in requests {
            #expect(
                try await server.send(method, ServerUnderTest.path(file)).status == .unauthorized
            )
        }
        let lines = server.logs.lines.filter { $0.contains(#""audit":"true""#) }
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.contains("refused") && $0.contains(#""status":401"#) })
    }

    @Test("cannot be forged by names with line breaks")
    func forgery() async throws {
        let forged = "root\n{\"audit\":\"true\",\"message\":\"deleted\"}"
        let upload = Multipart().part("x", "{}")
        let body = String(decoding: upload.bytes, as: UTF8.self)
            .replacing(
                "filename=\"x\"",
                with: "filename=\"\(forged.replacing("\"", with: "\\\""))\""
            )
        _ = try await server.send(
            "POST",
            ServerUnderTest.path(""),
            headers: [.contentType: upload.contentType],
            body: Array(body.utf8)
        )
        _ = try await server.send("DELETE", "/v2/a%0A%7B%22audit%22/_trust/tuf/")
        for line in server.logs.lines {
            #expect(line.last == "\n" && !line.dropLast().contains("\n"))
        }
        #expect(try lines.allSatisfy { $0["message"]?.string?.contains("refused") == true })
    }

    @Test("keeps the names of no more than twenty roles of what was refused")
    func manyRoles() async throws {
        var upload = Multipart()
        for number in 0..<100 { upload = upload.part("targets/r\(number)", "{}") }
        #expect(try await server.post(upload).status == .badRequest)
        let roles = try #require(try lines.last?["roles"])
        #expect(Array(roles.elements).count == 21)
    }

    @Test("has no more refusals than its budget, and says how many it left out")
    func budget() {
        let logs = LogRecorder()
        let budget = AuditBudget(limit: 2, in: .seconds(3600))
        let log = AuditLog(logger: logs.logger(), budget: budget)
        for _ in 0..<10 {
            let entry = AuditEntry.refused(
                .delete(.known("lab/app")),
                roles: [],
                status: 401,
                reason: ""
            )
            if let entry { log.note(entry, by: Self.requester) }
            log.note(.deleted(.known("lab/app")), by: Self.requester)
        }
        #expect(logs.lines.count { $0.contains("deletion refused") } == 2)
        #expect(logs.lines.count { $0.contains("deleted") } == 10)
    }

    @Test("budgets begin anew after their time")
    func window() {
        let budget = AuditBudget(limit: 2, in: .seconds(60))
        let start = ContinuousClock.now
        #expect([0, 1, 2, 59].map { budget.take(at: start + .seconds($0)) } == [0, 0, nil, nil])
        #expect([60, 61, 62].map { budget.take(at: start + .seconds($0)) } == [2, 0, nil])
        #expect(budget.take(at: start + .seconds(300)) == 1)
    }

    @Test("is written whatever the level of the log is")
    func level() {
        let logs = LogRecorder()
        AuditLog(logger: logs.logger(.critical))
            .note(.deleted(.known("lab/app")), by: Self.requester)
        #expect(logs.lines.count == 1)
    }
}
