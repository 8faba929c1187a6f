/// What can be asked for what is ready.
public enum ReadyMethod: String, Sendable {
    /// The whole answer.
    case get = "GET"
    /// The answer without its body.
    case head = "HEAD"
}
