import Foundation
import Testing

@Suite("Caching of metadata")
struct NotaryCachingTests {
    @Test("a client that has the file is told so, and its connection goes on")
    func notModified() async throws {
        let home = try TemporaryFolder()
        let server = try await NotaryServer.start(home: TemporaryFolder())
        let owner = try NotaryCLI(server: server.url)
        try owner.home.write("hello\n", to: "file")
        try await owner("init", "lab/app")
        try await owner("add", "lab/app", "v1", "file")
        try await owner("publish", "lab/app")

        let url = server.url + "/v2/lab/app/_trust/tuf/targets.json"
        let headers = try await Tool.curl.succeed(["-sSI", url], home: home).standardOutput
        let tag = try #require(Self.field("etag", in: headers))
        #expect(try #require(Self.field("last-modified", in: headers)).hasSuffix(" GMT"))

        // Of each answer: the status, the bytes of the body, the connections that were made.
        let get = [
            "-sS", "-o", "/dev/null", "-w", "%{http_code} %{size_download} %{num_connects}\n",
        ]
        let conditional = get + ["-H", "If-None-Match: \(tag)", url]
        let answers = try await Tool.curl
            .succeed(get + [url, "--next"] + conditional + ["--next"] + get + [url], home: home)
            .standardOutput.split(separator: "\n")
        try #require(answers.count == 3)
        #expect(answers[0].hasPrefix("200 "))
        #expect(answers[1] == "304 0 0")
        #expect(answers[2].hasPrefix("200 ") && answers[2].hasSuffix(" 0"))
    }

    private static func field(_ name: String, in headers: String) -> String? {
        headers.components(separatedBy: "\r\n")
            .first { $0.lowercased().hasPrefix("\(name): ") }
            .map { String($0.dropFirst(name.count + 2)) }
    }
}
