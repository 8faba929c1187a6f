private import COpenSSL

extension X509Certificate {
    /// Whether a chain leads from this certificate to one of `authorities`.
    ///
    /// As Go's `x509.Verify`, which is what Notary does: each certificate of the chain is valid at
    /// `time` and may be used as `usage` says. An authority need not be self-signed. SHA-1
    /// signatures do not count.
    ///
    /// - Parameters:
    ///   - authorities: the certificates trusted; those not valid at `time` are passed over.
    ///   - intermediates: certificates that may stand between.
    ///   - time: the moment at which all must be valid.
    ///   - usage: what the certificates must be for.
    /// - Returns: `true` when there is such a chain.
    public func chains(
        to authorities: [X509Certificate],
        through intermediates: [X509Certificate],
        at time: UTCTime,
        for usage: CertificateUsage = .serverAuthentication
    ) -> Bool {
        guard isValid(at: time), let leaf = try? X509Handle(der: der, for: .verifying) else {
            return false
        }
        let trusted = Self.handles(of: authorities.filter { $0.isValid(at: time) })
        let between = Self.handles(of: intermediates).filter { usage.isAllowed(by: $0) }
        return Self.isChain(from: leaf, through: between, to: trusted, at: time, for: usage)
    }

    /// Certificates whose keys libcrypto has; one that it cannot read again proves nothing.
    private static func handles(of certificates: [X509Certificate]) -> [X509Handle] {
        certificates.compactMap { try? X509Handle(der: $0.der, for: .verifying) }
    }

    private static func isChain(
        from leaf: X509Handle,
        through intermediates: [X509Handle],
        to authorities: [X509Handle],
        at time: UTCTime,
        for usage: CertificateUsage
    ) -> Bool {
        guard !authorities.isEmpty else { return false }
        let store = unsafe X509_STORE_new()
        let stack = unsafe OPENSSL_sk_new_null()
        let context = unsafe X509_STORE_CTX_new()
        defer {
            unsafe X509_STORE_CTX_free(context)
            unsafe OPENSSL_sk_free(stack)
            unsafe X509_STORE_free(store)
        }
        for authority in authorities {
            guard unsafe X509_STORE_add_cert(store, authority.pointer) == 1 else { return false }
        }
        for intermediate in intermediates {
            let pointer = unsafe UnsafeRawPointer(intermediate.pointer)
            guard unsafe OPENSSL_sk_push(stack, pointer) > 0 else { return false }
        }
        guard unsafe X509_STORE_CTX_init(context, store, leaf.pointer, stack) == 1 else {
            return false
        }
        unsafe setRules(of: context, at: time)
        let isValid = unsafe X509_verify_cert(context) == 1 && usage.isAllowed(byChainOf: context)
        ERR_clear_error()
        // The stack holds no reference of its own to them.
        return withExtendedLifetime(intermediates) { isValid }
    }

    // Partial chains make any trusted certificate an end, as in Go. The first security level
    // refuses signatures over SHA-1 and keys that were weak long ago.
    private static func setRules(of context: OpaquePointer?, at time: UTCTime) {
        let parameters = unsafe X509_STORE_CTX_get0_param(context)
        unsafe X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        unsafe X509_VERIFY_PARAM_set_auth_level(parameters, 1)
        unsafe X509_VERIFY_PARAM_set_time(parameters, time.seconds)
    }
}

extension CertificateUsage {
    fileprivate func isAllowed(by certificate: X509Handle) -> Bool {
        switch self {
        case .serverAuthentication: certificate.allowsServerAuthentication
        case .any: true
        }
    }

    fileprivate func isAllowed(byChainOf context: OpaquePointer?) -> Bool {
        switch self {
        case .serverAuthentication: unsafe Self.allowsServers(context)
        case .any: true
        }
    }

    // libcrypto's own purpose would not take an extended key usage that names every use.
    private static func allowsServers(_ context: OpaquePointer?) -> Bool {
        let chain = unsafe X509_STORE_CTX_get0_chain(context)
        for index in 0..<(unsafe OPENSSL_sk_num(chain)) {
            guard
                let pointer = unsafe OPENSSL_sk_value(chain, index),
                unsafe X509Handle.allowsServerAuthentication(OpaquePointer(pointer))
            else { return false }
        }
        return true
    }
}
