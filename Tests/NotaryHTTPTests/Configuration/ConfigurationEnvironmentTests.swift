import HTTPService
import Logging
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Configuration from the environment")
struct ConfigurationEnvironmentTests {
    @Test(
        "a variable is the prefix and the key in upper case",
        arguments: [
            (ServerKey.address, "NOTARY_SERVER_SERVER_HTTP_ADDR"),
            (.databaseURL, "NOTARY_SERVER_STORAGE_DB_URL"),
            (.trustService, "NOTARY_SERVER_TRUST_SERVICE_TYPE"),
            (.currentAge, "NOTARY_SERVER_CACHING_MAX_AGE_CURRENT_METADATA"),
        ]
    )
    func names(key: ServerKey, variable: String) {
        #expect(key.variable == variable)
    }

    @Test("an empty file and the environment are enough")
    func alone() throws {
        var test = TestConfiguration(root: [:])
        test.environment = [
            "NOTARY_SERVER_SERVER_HTTP_ADDR": ":1", "NOTARY_SERVER_TRUST_SERVICE_TYPE": "local",
            "NOTARY_SERVER_STORAGE_BACKEND": "memory",
            "NOTARY_SERVER_CACHING_MAX_AGE_CURRENT_METADATA": "7",
            "NOTARY_SERVER_REPOSITORIES_GUN_PREFIXES": "a/ b/",
            "NOTARY_SERVER_SERVER_TLS_CERT_FILE": "c.pem",
            "NOTARY_SERVER_SERVER_TLS_KEY_FILE": "/k.pem",
            "NOTARY_SERVER_LOGGING_LEVEL": "warn",
        ]
        let configuration = try test.read()
        #expect(configuration.listener.address.port == 1)
        #expect(configuration.caching.current == 7)
        #expect(configuration.gunPrefixes.texts == ["a/", "b/"])
        let files = TLSFiles(certificate: "/etc/notary/c.pem", key: "/k.pem")
        #expect(configuration.listener.tls == files)
        #expect(configuration.logLevel == .warning)
    }

    @Test("it beats the file; an empty variable is none")
    func precedence() throws {
        var test = TestConfiguration("logging.level", "debug")
        test.environment = ["NOTARY_SERVER_LOGGING_LEVEL": "error"]
        #expect(try test.read().logLevel == .error)
        test.environment = ["NOTARY_SERVER_LOGGING_LEVEL": ""]
        #expect(try test.read().logLevel == .debug)
    }

    @Test("a fault names the variable")
    func fault() {
        var test = TestConfiguration()
        test.environment = ["NOTARY_SERVER_STORAGE_BACKEND": "Memory"]
        #expect(
            test.faults().first?.hasSuffix("found `Memory` in `NOTARY_SERVER_STORAGE_BACKEND`")
                == true
        )
    }

    @Test("unknown keys and variables are ignored, but named; so are those without effect")
    func unknown() throws {
        let folder = try ConfigurationFolder()
        let file = try folder.write(
            """
            {"server": {"http_addr": "127.0.0.1:1", "http_adr": "x"}, "storage":
              {"backend": "memory", "username": "u"}, "trust_service": {"type": "local"},
             "reporting": {"bugsnag": {"api_key": "k"}}, "extra": {"list": [1.5], "empty": {}}}
            """
        )
        let environment = [
            "NOTARY_SERVER_STORAGE_BACKENDS": "x", "NOTARY_SERVER_SERVICE_HOST": "10.0.0.1",
            "NOTARY_SERVER_PORT_4443_TCP": "tcp://10.0.0.1:4443", "NOTARY_SERVER_PORT": "tcp://",
            "NOTARY_SIGNER_DEFAULT": "secret",
        ]
        let loaded = try LoadedConfiguration(reading: file, environment: environment)
        let expected: [ConfigurationWarning] = [
            .unknownKeys(["extra.list", "server.http_adr"], file: file),
            .unknownVariables(["NOTARY_SERVER_STORAGE_BACKENDS"]),
            .ignoredKeys(["reporting.bugsnag.api_key"]),
        ]
        #expect(loaded.warnings == expected)
    }

    @Test(
        "what is open to other machines is said",
        arguments: [
            ("127.0.0.1:1", false, 0), (":1", false, 2), ("0.0.0.0:1", true, 1),
            ("[::1]:1", true, 0),
        ]
    )
    func exposure(address: String, tls: Bool, warnings: Int) throws {
        let folder = try ConfigurationFolder()
        let files = tls ? #", "tls_cert_file": "c", "tls_key_file": "k""# : ""
        let file = try folder.write(
            """
            {"server": {"http_addr": "\(address)"\(files)}, "trust_service": {"type": "local"},
             "storage": {"backend": "memory"}}
            """
        )
        let loaded = try LoadedConfiguration(reading: file, environment: [:])
        #expect(loaded.warnings.count == warnings)
        let told = try LoadedConfiguration(
            reading: file,
            environment: [:],
            noAuthentication: true
        )
        #expect(told.warnings.isEmpty)
    }
}
