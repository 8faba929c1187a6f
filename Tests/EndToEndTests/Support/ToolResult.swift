/// How a program ended and what it wrote.
struct ToolResult: Sendable {
    /// The exit status; for a program ended by a signal, 128 and the signal's number.
    let status: Int32
    let standardOutput: String
    let standardError: String

    /// Both outputs, for messages and for searches that do not care where a tool writes.
    var output: String { standardOutput + standardError }
}
