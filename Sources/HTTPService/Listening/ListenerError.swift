/// Why a listener cannot be set up.
public enum ListenerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Not `HOST:PORT`.
    case malformedAddress(String)
    /// Something else listens there, or the address is not this machine's.
    case cannotListen(ListenAddress, reason: String)
    /// The certificate and key cannot be read or do not belong together.
    case unusableCertificate(certificate: String, key: String, reason: String)
    /// The file of client authorities cannot be read or holds no certificate.
    case unusableClientAuthorities(file: String, reason: String)

    /// What is wrong and where, in a line.
    public var description: String {
        switch self {
        case .malformedAddress(let text):
            "`\(text)` is not an address to listen on: expected HOST:PORT"
        case .cannotListen(let address, let reason):
            "cannot listen on `\(address)`: \(reason)"
        case .unusableCertificate(let certificate, let key, let reason):
            "cannot use certificate `\(certificate)` with key `\(key)`: \(reason)"
        case .unusableClientAuthorities(let file, let reason):
            "cannot use client authorities `\(file)`: \(reason)"
        }
    }
}
