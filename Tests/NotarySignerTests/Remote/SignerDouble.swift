import GRPCCore
import SignerProtocol
import TUFCore

/// A signer that keeps its keys in memory, notes what it is asked, and errs when it is told to.
actor SignerDouble: SignerHandler {
    /// What it does wrong.
    enum Fault: Sendable {
        case none
        case down
        /// Signs something else than it is sent.
        case wrongSignature
        /// Answers with a key that nobody asked for.
        case otherKey
        case unreadableKey
        case otherAlgorithm
        case notServing
        /// Gives the key again that it gave before, whatever it is asked for.
        case sameKey
        /// Never answers.
        case silent
    }

    private(set) var calls: [String] = []
    private var fault = Fault.none
    private var keys: [String: (key: SigningKey, algorithm: String, role: String)] = [:]
    private var latest: CreatedKey?

    func err(_ fault: Fault) {
        self.fault = fault
    }

    /// Forgets its keys, as one with everything in memory does when it is restarted.
    func loseKeys() {
        keys = [:]
    }

    func forgetCalls() {
        calls = []
    }

    func createKey(_ request: CreateKeyRequest) async throws(CallError) -> CreatedKey {
        try await note("create \(request.algorithm) \(request.gun) \(request.role)")
        if case .sameKey = fault, let latest { return latest }
        let algorithm = fault == .otherAlgorithm ? "ed25519" : request.algorithm
        guard let kind = KeyAlgorithm(rawValue: algorithm), kind != .rsa,
            let privateKey = try? KeyGenerator().generate(kind)
        else {
            throw CallError(.unknown, "algorithm \(algorithm) not supported for create key")
        }
        let key = SigningKey(notary: privateKey)
        keys[key.key.id.hex] = (key, algorithm, request.role)
        let info = KeyInfo(id: key.key.id.hex, algorithm: algorithm)
        let created = CreatedKey(keyInfo: info, publicKey: publicBytes(of: key))
        latest = created
        return created
    }

    func deleteKey(_ key: KeyReference) async throws(CallError) {
        keys[key.id] = nil
    }

    func keyInfo(_ key: KeyReference) async throws(CallError) -> KeyDescription {
        try await note("info")
        guard let held = fault == .otherKey ? keys.first?.value : keys[key.id] else {
            throw CallError(.notFound, "key \(key.id) not found")
        }
        return KeyDescription(
            keyInfo: KeyInfo(id: held.key.key.id.hex, algorithm: held.algorithm),
            publicKey: publicBytes(of: held.key),
            role: held.role
        )
    }

    func sign(_ request: SignatureRequest) async throws(CallError) -> SignatureReply {
        try await note("sign")
        guard let id = request.keyID?.id, let held = keys[id] else {
            throw CallError(.notFound, "signing key not found: \(request.keyID?.id ?? "")")
        }
        let content = fault == .wrongSignature ? request.content + [0] : request.content
        guard let signature = try? await held.key.signature(over: content) else {
            throw CallError(.internalError, "cannot sign")
        }
        return SignatureReply(
            keyInfo: KeyInfo(id: id, algorithm: held.algorithm),
            algorithm: AlgorithmName(name: held.key.method),
            content: signature
        )
    }

    func checkHealth(_ request: HealthRequest) async throws(CallError) -> HealthReply {
        try await note("health \(request.service)")
        return HealthReply(status: fault == .notServing ? .notServing : .serving)
    }

    private func note(_ call: String) async throws(CallError) {
        calls.append(call)
        if fault == .down { throw CallError(.unavailable, "told to be down") }
        if fault == .silent { try? await Task.sleep(for: .seconds(600)) }
    }

    private func publicBytes(of key: SigningKey) -> [UInt8] {
        fault == .unreadableKey ? [1, 2, 3] : key.key.publicBytes
    }
}
