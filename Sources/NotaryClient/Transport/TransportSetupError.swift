/// Why the network transport could not be set up.
public enum TransportSetupError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file cannot be read, or there is no PEM certificate in it.
    case noCertificate(file: String)

    /// The error in words.
    public var description: String {
        switch self {
        case .noCertificate(let file):
            "`\(file)` cannot be read as a file of PEM certificates"
        }
    }
}
