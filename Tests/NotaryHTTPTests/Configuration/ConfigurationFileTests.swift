import Foundation
import Testing

@testable import NotaryHTTP

@Suite("Configuration files")
struct ConfigurationFileTests {
    private let folder: ConfigurationFolder

    init() throws {
        folder = try ConfigurationFolder()
    }

    private static let json = """
        {"server": {"http_addr": ":4443"}, "storage": {"backend": "memory"},
         "repositories": {"gun_prefixes": ["a/", "b/"]}, "trust_service": {"type": "local"},
         "caching": {"max_age": {"current_metadata": 60}}}
        """
    private static let yaml = """
        server: {http_addr: ":4443"}
        storage:
          backend: memory
        repositories: {gun_prefixes: [a/, b/]}
        trust_service: {type: local}
        caching: {max_age: {current_metadata: 60}}
        """
    private static let toml = """
        storage.backend = "memory"
        caching.max_age.current_metadata = 60
        [server]
        http_addr = ":4443"
        [repositories]
        gun_prefixes = ["a/", "b/"]
        [trust_service]
        type = 'local'
        """

    @Test(
        "the extension says the language, and the same settings are the same in each",
        arguments: [("s.json", json), ("s.yaml", yaml), ("s.yml", yaml), ("s.toml", toml)]
    )
    func formats(name: String, text: String) throws {
        let file = try folder.write(text, to: name)
        let json = try folder.write(Self.json, to: "other.json")
        let read = try LoadedConfiguration(reading: file, environment: [:])
        #expect(read == (try LoadedConfiguration(reading: json, environment: [:])))
        #expect(read.configuration.gunPrefixes.texts == ["a/", "b/"])
        #expect(read.configuration.caching.current == 60)
    }

    @Test(
        "another extension is refused, as the original does",
        arguments: ["server", "server.conf", "server.JSON", "server.yamlx", "json"]
    )
    func extensions(name: String) throws {
        let file = try folder.write(Self.json, to: name)
        #expect(throws: ConfigurationError.unknownExtension(file: file)) {
            try ConfigurationFile(reading: file)
        }
    }

    @Test("a file that cannot be read is named")
    func unreadable() throws {
        let file = folder.path + "/none.json"
        let error = #expect(throws: ConfigurationError.self) {
            try ConfigurationFile(reading: file)
        }
        #expect(error?.description.hasPrefix("`\(file)`: cannot be read: ") == true)
    }

    @Test(
        "a file that is not in its language is named with the place",
        arguments: [
            ("s.json", "{\"a\": }", "byte 6"), ("s.json", "", "ends"), ("s.json", "[]", "table"),
            ("s.json", #"{"a": 1, "a": 2}"#, "`a` again"),
            ("s.json", #"{"a": {"B": 1}, "A": {"b": 2}}"#, "`a.b` again"),
            ("s.yaml", "a: [", "line "), ("s.yaml", "3", "table"),
            ("s.toml", "a = 1\nb", "line 2"),
        ]
    )
    func malformed(name: String, text: String, place: String) throws {
        let file = try folder.write(text, to: name)
        let error = #expect(throws: ConfigurationError.self) {
            try ConfigurationFile(reading: file)
        }
        #expect(error?.description.hasPrefix("`\(file)`: ") == true)
        #expect(error?.description.contains(place) == true, "\(error?.description ?? "")")
    }

    @Test("a huge file is refused")
    func huge() throws {
        let text = "#" + String(repeating: "x", count: ConfigurationFile.maximumBytes)
        let file = try folder.write(text, to: "s.toml")
        let refusal = ConfigurationError.tooLarge(
            file: file,
            limit: ConfigurationFile.maximumBytes
        )
        #expect(throws: refusal) { try ConfigurationFile(reading: file) }
    }

    @Test(
        "relative paths start at the file's own folder",
        arguments: [
            ("a.pem", "/etc/notary/a.pem"), ("../certs/a.pem", "/etc/certs/a.pem"),
            ("/a.pem", "/a.pem"), ("./b/./c", "/etc/notary/b/c"),
        ]
    )
    func paths(path: String, resolved: String) {
        let file = ConfigurationFile(path: TestConfiguration.file, tree: ConfigurationTree())
        #expect(file.resolved(path) == resolved)
    }

    @Test("that folder may itself be given relative to the working folder")
    func relativeFolder() {
        let file = ConfigurationFile(path: "conf/server.json", tree: ConfigurationTree())
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        for (path, resolved) in [("../certs/a.pem", "certs/a.pem"), ("a.pem", "conf/a.pem")] {
            #expect(file.resolved(path) == here.appendingPathComponent(resolved).path)
        }
    }
}
