import Foundation

/// A review that a real API server sent, from the vectors of the PolicyEngine tests.
enum RecordedReview {
    /// The body as it came, with `image` put in place of its own images where one is given.
    static func body(_ name: String, image: String? = nil) throws -> [UInt8] {
        let file = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("PolicyEngineTests/Vectors/admission-reviews/\(name).json")
        var text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        if let image {
            text.replace(/"image":\s*"[^"]*"/, with: #""image":"\#(image)""#)
        }
        return Array(text.utf8)
    }
}
