import HTTPService

/// A way of listening that would let strangers publish, or let them read along.
enum ExposureError: Error, Hashable, Sendable, CustomStringConvertible {
    case certificateWithoutKey
    case keyWithoutCertificate
    case clientAuthoritiesWithoutCertificate
    /// Plain HTTP on an address that other machines reach.
    case plainHTTPOffLoopback(ListenAddress)
    /// No way to tell who publishes, on an address that other machines reach.
    case unauthenticatedOffLoopback(ListenAddress)

    /// What is missing, by option.
    var description: String {
        switch self {
        case .certificateWithoutKey: "`--tls-certificate` needs `--tls-key`"
        case .keyWithoutCertificate: "`--tls-key` needs `--tls-certificate`"
        case .clientAuthoritiesWithoutCertificate:
            "`--client-ca` needs `--tls-certificate` and `--tls-key`"
        case .plainHTTPOffLoopback(let address):
            "refusing plain HTTP on `\(address)`, which is not loopback: give `--tls-certificate` "
                + "and `--tls-key`"
        case .unauthenticatedOffLoopback(let address):
            "refusing to let everyone who reaches `\(address)` publish: give `--client-ca`, so "
                + "that only clients with a certificate get in, `--token-realm` and the options "
                + "beside it, so that tokens say what each may do, or `--no-authentication` if "
                + "something in front of this server decides"
        }
    }
}
