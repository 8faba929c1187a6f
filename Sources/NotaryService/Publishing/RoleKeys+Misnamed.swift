import TUFCore

extension RoleKeys {
    /// Whether one of these signatures is by a key that the role names and that is listed under an
    /// id which is not its own: to Notary that is a fault even where others signed.
    func areMisnamed(in signatures: [MetadataSignature]) -> Bool {
        signatures.contains { absent.contains($0.keyID) }
    }
}

extension String {
    /// Notary's message for it.
    static let wrongKeyID = "key ID is not valid for key content"
}
