import Foundation

/// The Swift compiler, asked about one file that uses the built modules.
struct Typechecker {
    /// What the compiler said; empty when the file compiles without a word.
    let diagnostics: String
    let isAccepted: Bool

    /// Checks the file at `path`, from the package's root, as a user of our libraries compiles it.
    init(checking path: String) async throws {
        let run = try await ProgramRun(["swiftc"] + Self.options + [path])
        diagnostics = run.output
        isAccepted = run.status == 0
    }

    private static var options: [String] {
        get throws {
            guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else {
                throw CocoaError(.fileNoSuchFile)
            }
            let configuration = program.deletingLastPathComponent()
            let scratch = configuration.deletingLastPathComponent().deletingLastPathComponent()
            let modules = configuration.path + "/Modules"
            let maps = [
                "Sources/COpenSSL", "Sources/CSodium",
                scratch.path + "/checkouts/Yams/Sources/CYaml/include",
            ]
            .flatMap { ["-Xcc", "-fmodule-map-file=\($0)/module.modulemap"] }
            return ["-typecheck", "-swift-version", "6", "-I", modules] + maps
        }
    }
}
