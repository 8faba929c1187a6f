import ArgumentParser
import HTTPService
import ImageTrust
import NotaryClient
import Testing

@testable import AdmissionHTTP

/// What the command line accepts.
@Suite struct CommandLineTests {
    private func listener(_ arguments: [String]) throws -> Listener {
        let command = try AdmissionCommand.parseAsRoot(["serve", "--policies", "x"] + arguments)
        return try #require(command as? ServeCommand).listening.webhook()
    }

    @Test(
        "plain HTTP is served on loopback only",
        arguments: ["127.0.0.1:0", "localhost:8000", "[::1]:1"]
    )
    func loopback(_ address: String) throws {
        #expect(try listener(["--listen", address]).tls == nil)
    }

    @Test("plain HTTP elsewhere is refused", arguments: ["0.0.0.0:8000", ":8000", "10.0.0.1:1"])
    func elsewhere(_ address: String) throws {
        #expect(throws: ValidationError.self) { try listener(["--listen", address]) }
        let files = ["--tls-certificate", "c", "--tls-key", "k"]
        #expect(try listener(["--listen", address] + files).tls?.key == "k")
    }

    @Test(
        "half a certificate, or client authorities without one, is refused",
        arguments: [
            ["--tls-certificate", "c"], ["--tls-key", "k"], ["--client-ca", "a"],
        ]
    )
    func halfTLS(_ arguments: [String]) {
        #expect(throws: ValidationError.self) { try listener(arguments) }
    }

    @Test("options of trust reach the resolver")
    func trust() throws {
        let command = try AdmissionCommand.parseAsRoot([
            "review", "-", "--policies", "a", "b", "--require-pins", "--refresh-interval", "5",
            "--stale-limit", "0", "--token-issuer", "Auth.example.com",
        ])
        let review = try #require(command as? ReviewCommand)
        #expect(review.policies.paths == ["a", "b"])
        let options = review.trust.imageTrust
        #expect(options.requiresPins)
        #expect(options.refreshInterval == 5)
        #expect(options.staleLimit == 0)
        #expect(options.realms.issuersForAll == ["auth.example.com"])
    }

    @Test("first use is allowed unless pins are required")
    func defaults() throws {
        let command = try AdmissionCommand.parseAsRoot(["review", "-", "--policies", "a"])
        #expect(try #require(command as? ReviewCommand).trust.imageTrust.requiresPins == false)
    }
}
