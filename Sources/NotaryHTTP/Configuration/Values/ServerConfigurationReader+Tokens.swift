extension ServerConfigurationReader {
    /// `auth`: token authentication, or none.
    ///
    /// The original takes any other type, and options without a type, for none.
    mutating func tokens() -> TokenAuthenticationConfiguration? {
        let expected = "`token`, or nothing for no authentication"
        switch settings.text(.authentication, expected: expected) {
        case nil:
            guard hasOptions else { return nil }
            guard !isTurnedOnByOption else { return options() }
            settings.note(.authentication, expected: "`token` beside `auth.options`")
            return nil
        case "token"?:
            if noAuthentication {
                let expected = "nothing beside `--no-authentication`"
                settings.note(.authentication, expected: expected, found: "token")
            }
            return options()
        case let other?:
            settings.note(.authentication, expected: expected, found: other)
            return nil
        }
    }

    private static let optionKeys: [ServerKey] = [
        .realm, .autoRedirect, .service, .issuer, .tokenCertificates,
    ]

    private var hasOptions: Bool {
        Self.optionKeys.contains { settings.source.setting($0) != nil }
    }

    /// Whether an option of the command line is among them, which needs no `auth.type`.
    private var isTurnedOnByOption: Bool {
        Self.optionKeys.contains { key in
            if case .option? = settings.source.setting(key)?.origin { return true }
            return false
        }
    }

    private mutating func options() -> TokenAuthenticationConfiguration? {
        let redirects = settings.boolean(.autoRedirect) ?? false
        let url =
            redirects
            ? nil : settings.required(.realm, expected: "the URL where clients fetch tokens")
        let service = settings.required(.service, expected: "the audience of tokens")
        let issuer = settings.required(.issuer, expected: "the issuer of tokens")
        let bundle = settings.required(
            .tokenCertificates,
            expected: "a PEM file of the certificates that tokens are signed under"
        )
        guard redirects || url != nil, let service, let issuer, let bundle else { return nil }
        return TokenAuthenticationConfiguration(
            realm: redirects ? .ofRequestedHost : .url(url ?? ""),
            service: service,
            issuer: issuer,
            rootCertificates: bundle
        )
    }
}
