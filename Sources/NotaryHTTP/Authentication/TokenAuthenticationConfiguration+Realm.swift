extension TokenAuthenticationConfiguration.Realm {
    /// The URL for a client that asked `host`.
    func url(for host: String?) -> String {
        switch self {
        case .url(let url): url
        case .ofRequestedHost: "https://\(host ?? "")/auth/token"
        }
    }
}
