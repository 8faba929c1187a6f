import Foundation

/// Where logs go.
public enum StandardError {
    /// Writes `line` in one piece; a closed standard error loses it, as nothing could be told.
    public static func write(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }
}
