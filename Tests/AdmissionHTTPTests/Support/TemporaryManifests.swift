import Foundation

/// A folder of manifests, gone when the last reference to it is.
final class TemporaryManifests: Sendable {
    static let acceptAll = """
        apiVersion: portieris.cloud.ibm.com/v1
        kind: ClusterImagePolicy
        metadata: {name: open}
        spec: {repositories: [{name: "*", policy: }]}
        """
    static let rejectAll = """
        apiVersion: portieris.cloud.ibm.com/v1
        kind: ClusterImagePolicy
        metadata: {name: closed}
        spec: {repositories: [{name: "*", policy: {simple: {requirements: [{type: reject}]}}}]}
        """
    static let trustAll = """
        apiVersion: portieris.cloud.ibm.com/v1
        kind: ClusterImagePolicy
        metadata: {name: signed}
        spec:
          repositories:
          - name: "*"
            policy: {trust: {enabled: true, trustServer: "https://notary.example.com"}}
        """

    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = NSTemporaryDirectory() + "countersign-manifests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of a file there.
    func file(_ name: String) -> String { path + "/" + name }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: file(name))
    }

    /// What the kubelet does: a folder of this version, and a link to it swapped in one step.
    func mount(_ files: [String: String], version: String) throws {
        let folder = file("..\(version)")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: "..\(version)/\(name)") }
        let link = file("..data")
        try? FileManager.default.removeItem(atPath: link)
        try FileManager.default.createSymbolicLink(
            atPath: link,
            withDestinationPath: "..\(version)"
        )
        for name in files.keys where !FileManager.default.fileExists(atPath: file(name)) {
            try FileManager.default.createSymbolicLink(
                atPath: file(name),
                withDestinationPath: "..data/\(name)"
            )
        }
    }
}
