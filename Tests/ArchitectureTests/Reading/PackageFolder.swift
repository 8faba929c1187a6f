import Foundation

/// The folder of the package that these tests were built from.
enum PackageFolder {
    /// The root: this file is `Tests/ArchitectureTests/Reading/PackageFolder.swift` below it.
    static let path = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// The Swift files below the given folders, in order, but not those of `MustNotCompile`.
    static func swiftFiles(under folders: String...) throws -> [SwiftFile] {
        try files.get().filter { file in folders.contains { file.path.hasPrefix($0 + "/") } }
    }

    /// Read once: several tests look at every file.
    private static let files = Result {
        try ["Benchmarks", "Sources", "Tests"].flatMap(paths(under:)).sorted()
            .map { path in
                try SwiftFile(path: path, text: text(of: path))
            }
    }

    /// What the file at `path`, from the root, holds.
    static func text(of path: String) throws -> String {
        try String(contentsOfFile: Self.path + "/" + path, encoding: .utf8)
    }

    private static func paths(under folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path + "/" + folder)
            .filter { $0.hasSuffix(".swift") && !$0.contains("MustNotCompile/") }
            .map { folder + "/" + $0 }
    }
}
