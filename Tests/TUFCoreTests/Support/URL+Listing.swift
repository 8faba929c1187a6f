import Foundation

extension URL {
    /// The paths of all files below this folder, relative to it.
    var relativePaths: [String] {
        (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    }
}
