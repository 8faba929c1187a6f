import HTTPService

extension Listener {
    /// A listener that an operator may open: plain HTTP on loopback only, and elsewhere only with
    /// a client authority or tokens, unless told that authentication happens somewhere else.
    ///
    /// - Throws: ``ExposureError``
    init(
        address: ListenAddress,
        certificate: String?,
        key: String?,
        clientAuthorities: String?,
        authentication: Authentication,
        limits: HTTPLimits = HTTPLimits(),
        portFile: String?
    ) throws(ExposureError) {
        let tls: TLSFiles?
        switch (certificate, key) {
        case (let certificate?, let key?):
            tls = TLSFiles(
                certificate: certificate,
                key: key,
                clientAuthorities: clientAuthorities
            )
        case (nil, nil):
            guard clientAuthorities == nil else { throw .clientAuthoritiesWithoutCertificate }
            tls = nil
        case (_, nil): throw .certificateWithoutKey
        case (nil, _): throw .keyWithoutCertificate
        }
        if !address.isLoopback {
            guard tls != nil else { throw .plainHTTPOffLoopback(address) }
            guard clientAuthorities != nil || authentication != .requiredOffLoopback else {
                throw .unauthenticatedOffLoopback(address)
            }
        }
        self.init(address: address, tls: tls, limits: limits, portFile: portFile)
    }
}
