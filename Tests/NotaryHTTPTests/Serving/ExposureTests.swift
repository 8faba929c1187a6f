import HTTPService
import Testing

@testable import NotaryHTTP

@Suite("What may be exposed")
struct ExposureTests {
    private func listener(
        _ host: String,
        tls: Bool = false,
        clientCA: Bool = false,
        _ authentication: Authentication = .requiredOffLoopback
    ) throws(ExposureError) -> Listener {
        try Listener(
            address: ListenAddress(host: host, port: 1),
            certificate: tls ? "c" : nil,
            key: tls ? "k" : nil,
            clientAuthorities: clientCA ? "a" : nil,
            authentication: authentication,
            portFile: nil
        )
    }

    @Test("plain HTTP is for loopback", arguments: ["127.0.0.1", "::1", "localhost"])
    func loopback(host: String) throws {
        #expect(try listener(host).tls == nil)
    }

    @Test("plain HTTP elsewhere is refused, whatever the options", arguments: ["0.0.0.0", "::"])
    func plainElsewhere(host: String) {
        let refusal = ExposureError.plainHTTPOffLoopback(ListenAddress(host: host, port: 1))
        #expect(throws: refusal) { try listener(host) }
        #expect(throws: refusal) { try listener(host, Authentication.none) }
        #expect(throws: refusal) { try listener(host, Authentication.tokens) }
    }

    @Test("elsewhere, TLS needs a client authority, tokens or --no-authentication")
    func authentication() throws {
        let address = ListenAddress(host: "0.0.0.0", port: 1)
        #expect(throws: ExposureError.unauthenticatedOffLoopback(address)) {
            try listener("0.0.0.0", tls: true)
        }
        #expect(try listener("0.0.0.0", tls: true, clientCA: true).tls != nil)
        #expect(try listener("0.0.0.0", tls: true, Authentication.tokens).tls != nil)
        #expect(try listener("0.0.0.0", tls: true, Authentication.none).tls != nil)
    }

    @Test("the refusal names all three ways")
    func message() {
        let refusal = ExposureError.unauthenticatedOffLoopback(ListenAddress(host: "::", port: 1))
        for option in ["`--client-ca`", "`--token-realm`", "`--no-authentication`"] {
            #expect("\(refusal)".contains(option))
        }
    }

    @Test("half of a TLS configuration is refused")
    func halves() {
        func half(
            certificate: String? = nil,
            key: String? = nil,
            clientAuthorities: String? = nil
        ) throws(ExposureError) {
            _ = try Listener(
                address: ListenAddress(host: "::1", port: 1),
                certificate: certificate,
                key: key,
                clientAuthorities: clientAuthorities,
                authentication: .none,
                portFile: nil
            )
        }
        #expect(throws: ExposureError.certificateWithoutKey) { try half(certificate: "c") }
        #expect(throws: ExposureError.keyWithoutCertificate) { try half(key: "k") }
        #expect(throws: ExposureError.clientAuthoritiesWithoutCertificate) {
            try half(clientAuthorities: "a")
        }
    }
}
