import Testing

extension Comment.StringInterpolation {
    /// Puts each violation on a line of its own, so that a failure can be read.
    mutating func appendInterpolation(lines: [String]) {
        appendInterpolation("\n" + lines.joined(separator: "\n"))
    }
}
