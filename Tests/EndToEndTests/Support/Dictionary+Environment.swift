import Foundation

extension [String: String] {
    /// The environment a program gets when a test says nothing: none of the caller's settings.
    static func minimal(home: TemporaryFolder) -> [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return ["PATH": path, "HOME": home.path, "LANG": "C.UTF-8"]
    }
}
