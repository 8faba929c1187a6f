import NotaryService
import TUFCore

/// Keys in memory, for tests of the layers above.
actor MemorySigningService: SigningService {
    private var unused: [KeyPurpose: SigningKey] = [:]
    private var signers: [KeyID: SigningKey] = [:]

    func unusedKey(
        for role: ServerRole,
        of gun: GUN,
        algorithm: KeyAlgorithm
    ) async throws(SigningServiceError) -> Key {
        let purpose = KeyPurpose(role: role.roleName, gun: gun, algorithm: algorithm)
        if let known = unused[purpose] { return known.key }
        do {
            let signer = SigningKey(notary: try KeyGenerator().generate(algorithm))
            unused[purpose] = signer
            signers[signer.key.id] = signer
            return signer.key
        } catch {
            throw .unavailable("\(error)")
        }
    }

    func signer(for id: KeyID) async throws(SigningServiceError) -> (any Signer)? {
        // Near enough to "used": what is looked up here is about to sign.
        unused = unused.filter { $0.value.key.id != id }
        return signers[id]
    }

    func checkHealth() async throws(SigningServiceError) {}
}
