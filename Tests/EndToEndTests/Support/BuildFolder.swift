import Foundation

/// The folder of the build that this test run belongs to, where the products lie beside the tests.
enum BuildFolder {
    /// `.build/<triple>/<configuration>`, found by the running test program itself.
    static var path: String {
        get throws {
            guard let program = Bundle.main.executableURL else {
                throw HarnessError.missingProduct("the running test program")
            }
            return program.resolvingSymlinksInPath().deletingLastPathComponent().path
        }
    }

    /// The path of the built executable product `name`.
    static func product(_ name: String) throws -> String {
        let file = try path + "/" + name
        guard FileManager.default.isExecutableFile(atPath: file) else {
            throw HarnessError.missingProduct(file)
        }
        return file
    }
}
