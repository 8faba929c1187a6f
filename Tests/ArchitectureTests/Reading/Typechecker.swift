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
            let modules = program.deletingLastPathComponent().path + "/Modules"
            let maps = ["COpenSSL", "CSodium"]
                .flatMap { library in
                    ["-Xcc", "-fmodule-map-file=Sources/\(library)/module.modulemap"]
                }
            return ["-typecheck", "-swift-version", "6", "-I", modules] + maps
        }
    }
}
