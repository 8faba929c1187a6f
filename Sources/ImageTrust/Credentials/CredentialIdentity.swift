import NotaryClient
import PolicyEngine

/// Who a repository is fetched as: the credentials to try in order; none is anonymous.
///
/// What one identity fetched is not handed to another: the server might have refused it.
struct CredentialIdentity: Hashable, Sendable {
    let credentials: [HostCredential]

    init(_ credentials: [RegistryCredential]) {
        self.credentials = credentials.map {
            HostCredential(host: $0.host.name, username: $0.username, password: $0.password)
        }
    }
}
