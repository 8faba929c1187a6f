import HTTPService
import Logging
import PolicyEngine
import Testing

@testable import AdmissionHTTP

/// Loading and reloading of manifests.
@Suite struct PolicySourceTests {
    private let registry = MetricsRegistry()

    private func source(_ paths: [String]) throws -> PolicySource {
        try PolicySource(
            loading: ManifestFiles(paths: paths),
            registry: registry,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    private func names(_ source: PolicySource) -> [String] { source.current.policies.map(\.name) }

    private var isFailed: Bool {
        registry.text.contains("countersign_policies_reload_failed 1")
    }

    @Test("files and folders are read, and other files of a folder are not")
    func loading() throws {
        let manifests = try TemporaryManifests([
            "b.yaml": TemporaryManifests.acceptAll, "a.yml": TemporaryManifests.rejectAll,
            "notes.txt": "kind: [", ".hidden.yaml": "kind: [",
        ])
        let other = try TemporaryManifests(["policy": TemporaryManifests.trustAll])
        let source = try source([manifests.path, other.file("policy")])
        #expect(names(source) == ["closed", "open", "signed"])
    }

    @Test("a change counts once two readings agree on it")
    func change() throws {
        let manifests = try TemporaryManifests(["a.yaml": TemporaryManifests.acceptAll])
        let source = try source([manifests.path])
        try manifests.write(TemporaryManifests.rejectAll, to: "a.yaml")
        source.look()
        #expect(names(source) == ["open"])
        source.look()
        #expect(names(source) == ["closed"])
        try manifests.remove("a.yaml")
        source.look()
        source.look()
        #expect(names(source) == [])
    }

    @Test("the swap of a mounted ConfigMap is seen")
    func configMap() throws {
        let manifests = try TemporaryManifests()
        try manifests.mount(["a.yaml": TemporaryManifests.acceptAll], version: "2026_1")
        let source = try source([manifests.path])
        #expect(names(source) == ["open"])
        try manifests.mount(["a.yaml": TemporaryManifests.rejectAll], version: "2026_2")
        source.look()
        source.look()
        #expect(names(source) == ["closed"])
    }

    @Test("a broken file replaces nothing, is said in the metrics, and is over once it is mended")
    func brokenReload() throws {
        let manifests = try TemporaryManifests(["a.yaml": TemporaryManifests.rejectAll])
        let source = try source([manifests.path])
        #expect(!isFailed)
        for broken in ["kind: [", "kind: ImagePolici\napiVersion: portieris.cloud.ibm.com/v1"] {
            try manifests.write(broken, to: "a.yaml")
            source.look()
            source.look()
            #expect(names(source) == ["closed"])
            #expect(isFailed)
        }
        try manifests.write(TemporaryManifests.rejectAll, to: "a.yaml")
        source.look()
        source.look()
        #expect(names(source) == ["closed"])
        #expect(!isFailed)
    }

    @Test("a folder that goes away replaces nothing")
    func missingFolder() throws {
        let manifests = try TemporaryManifests(["a.yaml": TemporaryManifests.rejectAll])
        let source = try source([manifests.file("a.yaml")])
        try manifests.remove("a.yaml")
        source.look()
        source.look()
        #expect(names(source) == ["closed"])
        #expect(isFailed)
    }

    @Test("a broken or missing file at the start is an error that names it")
    func brokenStart() throws {
        let manifests = try TemporaryManifests(["a.yaml": "kind: ["])
        let error = #expect(throws: IncompletePolicies.self) { try source([manifests.path]) }
        #expect(error?.description.contains("a.yaml") == true)
        #expect(throws: ManifestFileError.notFound("/nonexistent")) {
            try source(["/nonexistent"])
        }
    }
}
