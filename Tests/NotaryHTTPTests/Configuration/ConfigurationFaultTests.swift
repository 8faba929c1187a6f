import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Faults of configurations")
struct ConfigurationFaultTests {
    @Test(
        "a fault names file, key, what was expected and what was found",
        arguments: [
            ("server.http_addr", nil, "expected HOST:PORT to listen on, found nothing"),
            ("server.http_addr", "bad", "expected HOST:PORT to listen on, found `bad`"),
            ("server.http_addr", ["a"], "expected HOST:PORT to listen on, found `a list`"),
            ("server.http_addr", ["x": 1], "expected HOST:PORT to listen on, found `a table`"),
            ("trust_service.type", nil, "expected `local` or `remote`, found nothing"),
            ("trust_service.type", "LOCAL", "expected `local` or `remote`, found `LOCAL`"),
            ("trust_service.key_algorithm", "rsa", "expected ecdsa or ed25519, found `rsa`"),
            (
                "storage.backend", nil,
                "expected `memory` or `sqlite`, the back ends that this version has, found nothing"
            ),
            (
                "storage.backend", "rethinkdb",
                "expected `memory` or `sqlite`, the back ends that this version has, "
                    + "found `rethinkdb`"
            ),
            (
                "auth.type", "Token",
                "expected `token`, or nothing for no authentication, found `Token`"
            ),
            (
                "caching.max_age.current_metadata", -1, "expected 0 to 31536000 seconds, found `-1`"
            ),
            (
                "caching.max_age.consistent_metadata", 31_536_001,
                "expected 0 to 31536000 seconds, found `31536001`"
            ),
            (
                "caching.max_age.current_metadata", "abc",
                "expected 0 to 31536000 seconds, found `abc`"
            ),
            (
                "repositories.gun_prefixes", ["a/", "docker.io"],
                "expected prefixes of repository names, such as `docker.io/`, found `docker.io`"
            ),
            (
                "repositories.gun_prefixes", [["a/"]],
                "expected prefixes of repository names, such as `docker.io/`, "
                    + "found `a list of other things`"
            ),
            (
                "logging.level", "loud",
                "expected one of trace, debug, info, notice, warning, error, fatal, panic, "
                    + "found `loud`"
            ),
        ] as [(String, JSON?, String)]
    )
    func one(key: String, value: JSON?, message: String) {
        let test = TestConfiguration(key, value)
        #expect(test.faults() == ["`/etc/notary/server.json`: `\(key)`: \(message)"])
    }

    @Test(
        "what belongs together is there together",
        arguments: [
            ("server.tls_cert_file", "c", "server.tls_key_file"),
            ("server.tls_key_file", "k", "server.tls_cert_file"),
            ("server.client_ca_file", "a", "server.tls_cert_file"),
            ("storage.backend", "sqlite", "storage.data"),
            ("auth.options.issuer", "i", "auth.type"),
        ] as [(String, JSON, String)]
    )
    func together(key: String, value: JSON, missing: String) {
        let faults = TestConfiguration(key, value).faults()
        #expect(faults.count == 1)
        #expect(faults.first?.contains("`\(missing)`: expected ") == true)
        #expect(faults.first?.hasSuffix("found nothing") == true)
    }

    @Test("an SQL back end is refused in one line; without its address in two")
    func databases() {
        for backEnd in ["mysql", "postgres"] {
            var test = TestConfiguration("storage", ["backend": .string(backEnd), "db_url": "u"])
            #expect(test.faults().count == 1)
            #expect(test.faults().first?.hasSuffix("found `\(backEnd)`") == true)
            test.set("storage.db_url", nil)
            #expect(test.faults().count == 2)
        }
    }

    @Test("a remote signer needs host, port and algorithm, and both halves of an identity")
    func remoteSigner() {
        var test = TestConfiguration("trust_service.type", "remote")
        let keys = ["hostname", "port", "key_algorithm"].map { "`trust_service.\($0)`" }
        #expect(test.faults().count == 3)
        for (fault, key) in zip(test.faults(), keys) { #expect(fault.contains(key)) }
        test.set("trust_service.hostname", "signer")
        test.set("trust_service.port", "70000")
        test.set("trust_service.key_algorithm", "dsa")
        test.set("trust_service.tls_client_cert", "c")
        let faults = test.faults()
        #expect(faults.count == 3)
        #expect(faults.contains { $0.contains("found `70000`") })
        #expect(faults.contains { $0.contains("found `dsa`") })
        #expect(faults.contains { $0.contains("`trust_service.tls_client_key`") })
    }

    @Test("token authentication needs all of its options")
    func tokens() {
        var test = TestConfiguration("auth.type", "token")
        #expect(test.faults().count == 4)
        test.set(
            "auth.options",
            ["realm": "r", "service": "s", "issuer": "i", "rootcertbundle": "b"]
        )
        #expect(test.faults().isEmpty)
        for name in ["realm", "service", "issuer", "rootcertbundle"] {
            var other = test
            other.set("auth.options.\(name)", nil)
            #expect(other.faults().count == 1)
            #expect(other.faults().first?.contains("`auth.options.\(name)`") == true)
        }
        test.set("auth.options.autoredirect", "perhaps")
        #expect(test.faults().first?.hasSuffix("expected true or false, found `perhaps`") == true)
    }

    @Test("all that is wrong is told at once")
    func all() {
        let faults = TestConfiguration(root: ["logging": ["level": "loud"], "auth": ["type": 1]])
            .faults()
        let keys = [
            "server.http_addr", "trust_service.type", "storage.backend", "auth.type",
            "logging.level",
        ]
        #expect(faults.count == keys.count)
        for (fault, key) in zip(faults, keys) { #expect(fault.contains("`\(key)`: expected")) }
    }

    @Test("a value where a table should be is named, once")
    func noTable() {
        let faults = TestConfiguration("server", "127.0.0.1:4443").faults()
        let expected = "`/etc/notary/server.json`: `server`: expected a table, "
        #expect(faults == [expected + "found `127.0.0.1:4443`"])
    }
}
