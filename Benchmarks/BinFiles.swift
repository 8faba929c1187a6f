import TUFCore

/// Repositories whose targets are spread over 16,384 bins, of which those of a few are there.
enum BinFiles {
    static let bitLength = 14
    /// The targets that are looked for.
    static let paths = (0..<64).map { "packages/library-\($0).tar.gz" }

    enum Kind: String, CaseIterable {
        case succinct
        case classic
    }

    static func repository(_ kind: Kind) throws -> TUFFiles {
        var entries: [Int: [JSON.Member]] = [:]
        for (number, path) in paths.enumerated() {
            entries[bin(of: path), default: []].append(TUFFiles.entry(named: path, number))
        }
        return try TUFFiles(
            .ed25519,
            .canonical,
            targets: [:],
            delegating: { kind == .succinct ? succinct($0) : classic($0) },
            roles: entries.map { (name(of: $0.key), .object($0.value)) },
            listing: (0..<1 << bitLength).map(name)
        )
    }

    private static func bin(of path: String) -> Int {
        let digest = HashAlgorithm.sha256.digest(of: Array(path.utf8)).bytes
        return (Int(digest[0]) << 8 | Int(digest[1])) >> (16 - bitLength)
    }

    private static func name(of bin: Int) -> String { "bin-" + hex(bin) }

    private static func hex(_ number: Int) -> String {
        Hex.encode([UInt8(number >> 8), UInt8(number & 0xFF)])
    }

    private static func succinct(_ key: TUFKey) -> JSON {
        [
            "keys": .object([.init(name: key.id, value: key.json)]),
            "succinct_roles": [
                "bit_length": .integer(bitLength), "keyids": [.string(key.id)],
                "name_prefix": "bin", "threshold": 1,
            ],
        ]
    }

    private static func classic(_ key: TUFKey) -> JSON {
        let roles = (0..<1 << bitLength)
            .map { bin -> JSON in
                let first = bin << (16 - bitLength)
                return [
                    "keyids": [.string(key.id)], "name": .string(name(of: bin)),
                    "path_hash_prefixes": .array((0..<4).map { .string(hex(first + $0)) }),
                    "terminating": false, "threshold": 1,
                ]
            }
        return [
            "keys": .object([.init(name: key.id, value: key.json)]), "roles": .array(roles),
        ]
    }
}
