import ArgumentParser
import Testing

@testable import NotaryHTTP

@Suite("Options for tokens")
struct TokenOptionsTests {
    private static let all = [
        "--token-realm", "https://t", "--token-service", "s", "--token-issuer", "i",
        "--token-certificates", "c",
    ]

    @Test("all of them turn token authentication on, none leave it off")
    func together() throws {
        #expect(try TokenOptions.parse([]).configuration() == nil)
        let configuration = TokenAuthenticationConfiguration(
            realm: .url("https://t"),
            service: "s",
            issuer: "i",
            rootCertificates: "c"
        )
        #expect(try TokenOptions.parse(Self.all).configuration() == configuration)
        let redirected = try TokenOptions.parse(Self.all.dropFirst(2) + ["--token-auto-redirect"])
        #expect(try redirected.configuration()?.realm == .ofRequestedHost)
    }

    @Test("one that is missing or empty is named", arguments: [0, 2, 4, 6])
    func missing(index: Int) {
        var arguments = Self.all
        let name = arguments[index]
        arguments[index + 1] = ""
        for arguments in [arguments, Array(arguments[..<index] + arguments[(index + 2)...])] {
            let error = #expect(throws: (any Error).self) { try ServeCommand.parse(arguments) }
            let message = error.map { ServeCommand.message(for: $0) } ?? ""
            #expect(message.contains("token authentication needs `\(name)`"), "\(message)")
        }
    }

    @Test("two realms, and tokens without authentication, are contradictions")
    func contradictions() {
        #expect(throws: (any Error).self) {
            try ServeCommand.parse(Self.all + ["--token-auto-redirect"])
        }
        #expect(throws: (any Error).self) {
            try ServeCommand.parse(Self.all + ["--no-authentication"])
        }
        #expect(throws: Never.self) { try ServeCommand.parse(Self.all) }
        #expect(throws: Never.self) { try ServeCommand.parse(["--no-authentication"]) }
    }
}
