import TUFCore

/// Four roots of TUF 1.0, each signed by its own keys and those of the one before.
struct WrittenRoots {
    private(set) var all: [Verified<Root>] = []
    private(set) var root: RoleSigners
    private(set) var targets: RoleSigners
    private(set) var snapshot: RoleSigners
    private(set) var timestamp: RoleSigners

    /// Changes all root keys, then those of the other roles, then one root key of the three.
    init(snapshotKey: SigningKey?) async throws {
        root = try .twoOfThree(last: .rsa)
        targets = try .twoOfThree()
        snapshot = RoleSigners([try SigningKey(tuf: KeyGenerator().generate(.ed25519))])
        timestamp = RoleSigners([try SigningKey(tuf: KeyGenerator().generate(.ecdsa))])
        try await write(alsoSignedBy: [])

        let first = root
        root = try .twoOfThree()
        try await write(alsoSignedBy: first.signing)

        targets = try .twoOfThree()
        timestamp = RoleSigners([
            try SigningKey(tuf: KeyGenerator().generate(.rsa), scheme: .rsaPKCS1WithSHA512)
        ])
        if let snapshotKey { snapshot = RoleSigners([snapshotKey]) }
        try await write(alsoSignedBy: [])

        let third = root
        let new = try SigningKey(
            tuf: KeyGenerator().generate(.rsa),
            scheme: .rsaPSSWithSHA384
        )
        root = RoleSigners(Array(third.listed.prefix(2)) + [new], threshold: 2)
        try await write(alsoSignedBy: [third.listed[0]])
    }

    private mutating func write(alsoSignedBy others: [SigningKey]) async throws {
        let expires = WrittenTUFRepository.expires
        var editor =
            if let last = all.last {
                try RootEditor(editing: last, in: .tuf, expires: expires)
            } else {
                RootEditor(in: .tuf, expires: expires)
            }
        for (role, signers) in [
            (RoleName.root, root), (.targets, targets), (.snapshot, snapshot),
            (.timestamp, timestamp),
        ] {
            try editor.setKeys(signers.keys, of: role)
        }
        all.append(try await editor.signed(by: root.signing + others))
    }
}
