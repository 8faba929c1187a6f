import ArgumentParser

/// The options of `serve` that turn token authentication on: without a file, all of them or none.
struct TokenOptions: ParsableArguments {
    @Option(help: "URL where clients fetch tokens; turns token authentication on.")
    var tokenRealm: String?

    @Flag(help: "Send clients to /auth/token at the host they asked, in place of a realm.")
    var tokenAutoRedirect = false

    @Option(help: "The name of this service: the audience of tokens.")
    var tokenService: String?

    @Option(help: "The issuer of tokens.")
    var tokenIssuer: String?

    @Option(help: "PEM file of the certificates that tokens are signed under.")
    var tokenCertificates: String?

    /// Whether there is any of them.
    var areGiven: Bool {
        let others = [tokenRealm, tokenService, tokenIssuer, tokenCertificates]
        return tokenAutoRedirect || others.contains { $0 != nil }
    }

    /// What they say without a file; nil when none is given.
    func configuration() throws(ValidationError) -> TokenAuthenticationConfiguration? {
        guard areGiven else { return nil }
        return TokenAuthenticationConfiguration(
            realm: try realm(),
            service: try Self.required("--token-service", tokenService),
            issuer: try Self.required("--token-issuer", tokenIssuer),
            rootCertificates: try Self.required("--token-certificates", tokenCertificates)
        )
    }

    private func realm() throws(ValidationError) -> TokenAuthenticationConfiguration.Realm {
        guard tokenAutoRedirect else {
            return .url(try Self.required("--token-realm", tokenRealm))
        }
        guard tokenRealm == nil else {
            throw ValidationError("expected `--token-realm` or `--token-auto-redirect`, not both")
        }
        return .ofRequestedHost
    }

    private static func required(
        _ name: String,
        _ value: String?
    ) throws(ValidationError) -> String {
        guard let value, !value.isEmpty else {
            throw ValidationError(
                "token authentication needs `\(name)`: expected `--token-realm`, "
                    + "`--token-service`, `--token-issuer` and `--token-certificates`"
            )
        }
        return value
    }
}
