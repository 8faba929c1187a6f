import HTTPService
import Logging
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Server configurations")
struct ServerConfigurationTests {
    @Test("what is left out has the original's default")
    func defaults() throws {
        let expected = ServerConfiguration(
            listener: Listener(address: ListenAddress(host: "127.0.0.1", port: 4443)),
            trustService: .local(.ed25519),
            storage: .memory,
            tokens: nil,
            caching: CachingConfiguration(current: 300, consistent: 2_592_000),
            gunPrefixes: .all,
            logLevel: .error
        )
        #expect(try TestConfiguration().read() == expected)
    }

    @Test("without a host the server listens on every interface")
    func everyInterface() throws {
        let configuration = try TestConfiguration("server.http_addr", ":4443").read()
        #expect(configuration.listener.address == ListenAddress(host: "::", port: 4443))
        #expect(configuration.listener.address.bindingHost(hasIPv6: true) == "::")
        #expect(configuration.listener.address.bindingHost(hasIPv6: false) == "0.0.0.0")
    }

    @Test("TLS files and client authorities")
    func tls() throws {
        var test = TestConfiguration("server.tls_cert_file", "../c.pem")
        test.set("server.tls_key_file", "/k.pem")
        let files = TLSFiles(certificate: "/etc/c.pem", key: "/k.pem")
        #expect(try test.read().listener.tls == files)
        test.set("server.client_ca_file", "ca.pem")
        #expect(try test.read().listener.tls?.clientAuthorities == "/etc/notary/ca.pem")
    }

    @Test("keys of this process may be of the other algorithm")
    func localAlgorithm() throws {
        let configuration = try TestConfiguration("trust_service.key_algorithm", "ecdsa").read()
        #expect(configuration.trustService == .local(.ecdsa))
    }

    @Test("a signer elsewhere")
    func remoteSigner() throws {
        var test = TestConfiguration(
            "trust_service",
            ["type": "remote", "hostname": "signer", "port": 7899, "key_algorithm": "ecdsa"]
        )
        var signer = RemoteSignerConfiguration(host: "signer", port: 7899, keyAlgorithm: .ecdsa)
        #expect(try test.read().trustService == .remote(signer))
        test.set("trust_service.tls_ca_file", "ca.pem")
        test.set("trust_service.tls_client_cert", "c.pem")
        test.set("trust_service.tls_client_key", "k.pem")
        test.set("trust_service.port", "7900")
        signer.port = 7900
        signer.authorities = "/etc/notary/ca.pem"
        signer.identity = .init(certificate: "/etc/notary/c.pem", key: "/etc/notary/k.pem")
        #expect(try test.read().trustService == .remote(signer))
    }

    @Test("SQLite in a folder beside the file")
    func sqlite() throws {
        let test = TestConfiguration("storage", ["backend": "sqlite", "data": "data"])
        #expect(try test.read().storage == .sqlite(folder: "/etc/notary/data"))
    }

    @Test("the alias for new keys")
    func alias() throws {
        #expect(try TestConfiguration().read().defaultAlias == nil)
        let test = TestConfiguration("storage.default_alias", "Lab2")
        #expect(try test.read().defaultAlias == "Lab2")
    }

    @Test("tokens; their certificates are relative to the working folder")
    func tokens() throws {
        var test = TestConfiguration(
            "auth",
            [
                "type": "token",
                "options": [
                    "Realm": "https://t", "service": "s", "issuer": "i", "rootCertBundle": "b.pem",
                ],
            ]
        )
        var tokens = TokenAuthenticationConfiguration(
            realm: .url("https://t"),
            service: "s",
            issuer: "i",
            rootCertificates: "b.pem"
        )
        #expect(try test.read().tokens == tokens)
        test.set("auth.options.autoredirect", true)
        tokens.realm = .ofRequestedHost
        #expect(try test.read().tokens == tokens)
    }

    @Test("ages of caches, from none to a year")
    func caching() throws {
        var test = TestConfiguration("caching.max_age.current_metadata", 0)
        test.set("caching.max_age.consistent_metadata", "31536000")
        let expected = CachingConfiguration(current: 0, consistent: 31_536_000)
        #expect(try test.read().caching == expected)
    }

    @Test(
        "prefixes of repositories: a list, or words",
        arguments: [["a/", "b/c/"], "a/ b/c/", "a/\tb/c/"] as [JSON]
    )
    func prefixes(value: JSON) throws {
        let configuration = try TestConfiguration("repositories.gun_prefixes", value).read()
        #expect(configuration.gunPrefixes.texts == ["a/", "b/c/"])
    }

    @Test(
        "log levels by the original's names and ours, in whatever case",
        arguments: [
            ("panic", .critical), ("fatal", .critical), ("error", .error), ("warn", .warning),
            ("warning", .warning), ("INFO", .info), ("debug", .debug), ("trace", .trace),
            ("notice", .notice),
        ] as [(String, Logger.Level)]
    )
    func levels(name: String, level: Logger.Level) throws {
        #expect(try TestConfiguration("logging.level", .string(name)).read().logLevel == level)
    }

    @Test("keys are the same in whatever case, and with dots in their names")
    func keys() throws {
        let root: JSON = [
            "SERVER": ["Http_Addr": "[::1]:1"], "trust_service.type": "local",
            "Storage.Backend": "memory",
        ]
        let address = try TestConfiguration(root: root).read().listener.address
        #expect(address == ListenAddress(host: "::1", port: 1))
    }

    @Test("null and empty text are as good as nothing")
    func nothing() throws {
        #expect(try TestConfiguration("auth", nil).read().tokens == nil)
        #expect(try TestConfiguration("auth.type", "").read().tokens == nil)
        #expect(try TestConfiguration("logging.level", "").read().logLevel == .error)
    }
}
