import TUFCore

/// Any bytes read as a certificate, in DER and in PEM, and its chain to itself and the others.
enum CertificateFuzzing: FuzzTarget {
    static let name = "certificate"

    static func run(_ input: [UInt8]) throws(BrokenPromise) {
        if let certificate = try? X509Certificate(der: input) { try check([certificate]) }
        if let bundle = try? X509Certificate.bundle(pem: input) { try check(bundle) }
    }

    private static func check(_ bundle: [X509Certificate]) throws(BrokenPromise) {
        for certificate in bundle.prefix(3) {
            let again = try? X509Certificate(der: certificate.der)
            try BrokenPromise.unless("a certificate is its bytes", again == certificate)
            let time = certificate.notBefore
            let chains = certificate.chains(to: bundle, through: bundle, at: time)
            let alone = certificate.chains(to: [], through: bundle, at: time)
            try BrokenPromise.unless("no authority, no chain", !alone)
            let isInForce = certificate.isValid(at: time)
            try BrokenPromise.unless("what chains is in force", isInForce || !chains)
        }
    }
}
