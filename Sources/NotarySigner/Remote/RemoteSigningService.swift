package import GRPCCore
package import NotaryService
import SignerProtocol
package import TUFCore

/// Keys that a signer elsewhere makes, keeps and uses: notary-signer, or what speaks as it does.
///
/// The signer signs whatever it is sent with any key it holds. What this server lets a key sign
/// is remembered here, from the moment the key is made, or first used where it was made before.
package struct RemoteSigningService<Transport: ClientTransport>: SigningService {
    private let connection: GRPCClient<Transport>
    private let client: SignerClient<Transport>
    private let records: any KeyRecordStore
    private let health: SignerHealth<Transport>
    private let making = SingleFlight<KeyPurpose, Key, SigningServiceError>()

    /// A service over a connection that ``run()`` keeps up.
    ///
    /// - Parameters:
    ///   - connection: to the signer; not run by anyone else.
    ///   - records: remember what each key is for.
    ///   - limits: how long a call may take, and how often the signer is asked for its health.
    package init(
        over connection: GRPCClient<Transport>,
        records: any KeyRecordStore,
        limits: RemoteLimits = RemoteLimits()
    ) {
        self.connection = connection
        self.records = records
        client = SignerClient(connection, timeout: limits.timeout)
        health = SignerHealth(client: client, limits: limits)
    }

    /// Keeps the connection and watches the signer's health, until it is cancelled.
    ///
    /// - Throws: what ended the connection for good.
    package func run() async throws {
        try await withTaskCancellationHandler {
            try await withThrowingTaskGroup { group in
                group.addTask { try await connection.runConnections() }
                group.addTask { await health.watch() }
                try await group.waitForAll()
            }
        } onCancel: {
            connection.beginGracefulShutdown()
        }
    }

    /// See ``SigningService``.
    package func unusedKey(
        for role: ServerRole,
        of gun: GUN,
        algorithm: KeyAlgorithm,
        onMade: @escaping @Sendable (Key) -> Void
    ) async throws(SigningServiceError) -> Key {
        let purpose = KeyPurpose(role: role.roleName, gun: gun, algorithm: algorithm)
        return try await making.value(for: purpose) { () throws(SigningServiceError) in
            if let known = try await knownKey(for: purpose) { return known }
            let made = try await make(for: purpose)
            onMade(made)
            // Another server of the same records may have made one at the same time.
            return try await knownKey(for: purpose) ?? made
        }
    }

    /// See ``SigningService``.
    package func signer(
        for id: KeyID,
        as role: ServerRole,
        of gun: GUN
    ) async throws(SigningServiceError) -> (any Signer)? {
        guard let held = try await heldKey(id), held.isFor(role.roleName) else { return nil }
        let purpose = KeyPurpose(role: role.roleName, gun: gun, algorithm: held.algorithm)
        let record = try await claim(held.key, for: purpose)
        guard record.purpose == purpose else { return nil }
        return RemoteSigner(held, by: client) { () throws(StoreError) in
            if !record.isUsed { try await records.markUsed(id) }
        }
    }

    /// What was found when the signer's health was last looked at.
    package func checkHealth() async throws(SigningServiceError) {
        try await health.check()
    }

    /// As notary-server hands the signer's answer through.
    package func message(forMissing id: KeyID) -> String? {
        CallError(.notFound, "key \(id.hex) not found").description
    }

    /// A key that was made before and never signed; one that the signer has lost is passed over.
    private func knownKey(for purpose: KeyPurpose) async throws(SigningServiceError) -> Key? {
        while let id = try await unusedRecord(for: purpose) {
            if let held = try await heldKey(id) { return held.key }
            try await retire(id)
        }
        return nil
    }

    private func make(for purpose: KeyPurpose) async throws(SigningServiceError) -> Key {
        let created: CreatedKey
        do {
            created = try await client.createKey(
                CreateKeyRequest(
                    algorithm: purpose.algorithm.rawValue,
                    gun: purpose.gun.name,
                    role: purpose.role.name
                )
            )
        } catch {
            throw .remote(error.description)
        }
        let made = try RemoteKey(created)
        guard made.algorithm == purpose.algorithm else {
            throw .remote("the signer made a key of algorithm `\(made.algorithm.rawValue)`")
        }
        guard try await claim(made.key, for: purpose).purpose == purpose else {
            throw .remote("the signer gave key \(made.key.id.hex) for a second purpose")
        }
        return made.key
    }

    private func heldKey(_ id: KeyID) async throws(SigningServiceError) -> RemoteKey? {
        do {
            let description = try await client.keyInfo(KeyReference(id: id.hex))
            let held = try RemoteKey(description)
            guard held.key.id == id else {
                throw SigningServiceError.remote("the signer answered with another key than asked")
            }
            return held
        } catch let error as SigningServiceError {
            throw error
        } catch let error as CallError where error.code == .notFound {
            return nil
        } catch {
            throw .remote("\(error)")
        }
    }
}

/// The calls to the records.
extension RemoteSigningService {
    private func claim(
        _ key: Key,
        for purpose: KeyPurpose
    ) async throws(SigningServiceError) -> KeyRecord {
        try await SigningServiceError.stored { () throws(StoreError) in
            try await records.claim(key.id, for: purpose)
        }
    }

    private func unusedRecord(
        for purpose: KeyPurpose
    ) async throws(SigningServiceError) -> KeyID? {
        try await SigningServiceError.stored { () throws(StoreError) in
            try await records.unusedKey(for: purpose)
        }
    }

    private func retire(_ id: KeyID) async throws(SigningServiceError) {
        try await SigningServiceError.stored { () throws(StoreError) in
            try await records.markUsed(id)
        }
    }
}
