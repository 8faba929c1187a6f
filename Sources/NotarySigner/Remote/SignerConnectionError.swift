/// Why a connection to a signer cannot be set up.
package enum SignerConnectionError: Error, Hashable, Sendable {
    /// The TLS files cannot be used.
    case unusable(reason: String)
}

extension SignerConnectionError: CustomStringConvertible {
    /// The failure in words.
    package var description: String {
        switch self {
        case .unusable(let reason): "cannot use the TLS files for the signer: \(reason)"
        }
    }
}
