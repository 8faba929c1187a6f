import HTTPTypes
import HummingbirdTesting
import NIOCore
import NotaryTesting
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Publishing")
struct PublishingTests {
    private let server = ServerUnderTest()

    private func code(_ response: TestResponse) -> String {
        ErrorCode.allCases.first { response.text.contains("\"code\":\"\($0.rawValue)\"") }?
            .rawValue ?? response.text
    }

    private func isEmpty() async throws -> Bool {
        try await server.send("GET", ServerUnderTest.path("root.json")).status == .notFound
    }

    @Test("an update answers 200 and nothing else, and leaves an audit line")
    func publish() async throws {
        let publisher = try await server.publisher()
        let response = try await server.post(try await publisher.upload(version: 1))
        #expect(response.status == .ok)
        #expect(response.text == "")
        #expect(response.headers[.contentLength] == "0")
        #expect(
            server.logs.lines.contains {
                $0.contains(#""audit":"true""#) && $0.contains("published")
                    && $0.contains(#""gun":"lab/app""#)
                    && $0.contains(#""role":"targets""#) && $0.contains(#""role":"timestamp""#)
            }
        )
    }

    @Test("the file name may end in .json")
    func jsonSuffix() async throws {
        let publisher = try await server.publisher()
        let upload = try await Multipart().part("root.json", publisher.root(version: 1))
            .part("targets.json", publisher.targets(version: 1))
        #expect(try await server.post(upload).status == .ok)
    }

    @Test("of one role twice the last counts")
    func sameRoleTwice() async throws {
        let publisher = try await server.publisher()
        let upload = try await Multipart().part("root", publisher.root(version: 1))
            .part("targets", publisher.targets(version: 1))
            .part("targets", publisher.targets(version: 2))
        #expect(try await server.post(upload).status == .ok)
        let targets = try await server.send("GET", ServerUnderTest.path("targets.json"))
        #expect(targets.text.contains(#""version":2"#))
        #expect(
            try await server.send("GET", ServerUnderTest.path("1.targets.json")).status == .notFound
        )
    }

    @Test("a version that is stored already is refused")
    func oldVersion() async throws {
        let publisher = try await server.publisher()
        let upload = try await publisher.upload(version: 1)
        #expect(try await server.post(upload).status == .ok)
        let again = try await server.post(upload)
        #expect(again.status == .badRequest)
        #expect(code(again) == "VERSION")
    }

    @Test("a body cut at any byte stores nothing")
    func cut() async throws {
        let publisher = try await server.publisher()
        let upload = try await publisher.upload(version: 1)
        var codes: Set<String> = []
        for length in stride(from: 0, to: upload.bytes.count - 2, by: 7) {
            let response = try await server.send(
                "POST",
                ServerUnderTest.path(""),
                headers: [.contentType: upload.contentType],
                body: Array(upload.bytes.prefix(length))
            )
            #expect(response.status == .badRequest)
            codes.insert(code(response))
        }
        // Cut within a file, at a boundary, and within the headers of the second part, which to
        // Go is an end.
        #expect(codes == ["MALFORMED_JSON", "MALFORMED_UPLOAD", "INVALID_UPDATE"])
        #expect(try await isEmpty())
    }

    @Test(
        "a part that is not metadata is refused by kind",
        arguments: [
            ("root", "{\"signed\":3}", "MALFORMED_JSON"), ("root", "nonsense", "MALFORMED_JSON"),
            ("targets/UPPER", "{}", "INVALID_ROLE"), ("other", "{}", "INVALID_ROLE"),
            ("", "{}", "NO_FILENAME"), (".json", "{}", "NO_FILENAME"),
            ("root", String(repeating: "[", count: 100_000), "MALFORMED_JSON"),
        ]
    )
    func refused(name: String, content: String, expected: String) async throws {
        let response = try await server.post(Multipart().part(name, content))
        #expect(response.status == .badRequest)
        #expect(code(response) == expected)
        #expect(try await isEmpty())
    }

    @Test("an update that breaks a rule says which, as the client's code reads it")
    func invalidUpdate() async throws {
        let publisher = try await server.publisher()
        let upload = try await Multipart().part("targets", publisher.targets(version: 1))
        let response = try await server.post(upload)
        #expect(response.status == .badRequest)
        #expect(code(response) == "INVALID_UPDATE")
        #expect(response.text.contains(#""detail":{"Name":"Err"#))
        #expect(try await isEmpty())
    }

    @Test("a body without multipart content type is refused")
    func notMultipart() async throws {
        let response = try await server.send("POST", ServerUnderTest.path(""), body: [0x7b, 0x7d])
        #expect(response.status == .badRequest)
        #expect(code(response) == "MALFORMED_UPLOAD")
    }

    @Test("a body over the limit is refused with 413")
    func tooLarge() async throws {
        let server = ServerUnderTest(limits: UploadLimits(maximumBodyBytes: 100))
        let upload = Multipart().part("root", String(repeating: "x", count: 200))
        let response = try await server.post(upload)
        #expect(response.status == .contentTooLarge)
        #expect(code(response) == "TOO_LARGE")
    }

    @Test("a name that no repository can have is refused")
    func impossibleName() async throws {
        let path = "/v2/\(String(repeating: "a", count: 256))/_trust/tuf/"
        let response = try await server.post(Multipart().part("root", "{}"), to: path)
        #expect(response.status == .badRequest)
        #expect(code(response) == "INVALID_GUN")
    }

    @Test("after garbage the next good update is taken")
    func goesOn() async throws {
        let publisher = try await server.publisher()
        _ = try await server.post(Multipart().part("root", "\u{0}\u{1}"))
        #expect(try await server.post(try await publisher.upload(version: 1)).status == .ok)
    }
}
