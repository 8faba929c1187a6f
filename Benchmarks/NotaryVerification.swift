import Foundation
import TUFCore
import Testing

/// Full verification of real Notary repositories, against the C libraries and Notary's own code.
@Suite(.serialized) struct NotaryVerification {
    private struct Case {
        let name: String
        let goal: Goal
        let calls: Int
    }

    private static let cases = [
        Case(name: "01-simple", goal: Goal(peers: 1.5), calls: 20),
        Case(name: "02-docker-delegations", goal: Goal(peers: 1.5), calls: 20),
        Case(name: "08-many-targets-1000", goal: Goal(peers: 12), calls: 10),
        Case(name: "09-many-targets-10000", goal: Goal(peers: 22), calls: 1),
    ]

    @Test("Notary: full verification from memory, P-256")
    func repositories() throws {
        var table = try GoalTable("Notary, first use, P-256 (no key parsed before)")
        for item in Self.cases {
            let repository = try NotaryFiles(BenchmarkFolder.notary.appending(path: item.name))
            let trusted = try repository.verified()
            let seconds = try Measurement.seconds(calls: item.calls) {
                _ = try repository.verified()
            }
            table.add(
                "notary-\(item.name)",
                seconds: seconds,
                floor: try floor(of: trusted, calls: item.calls),
                goal: item.goal
            )
        }
        table.show()
    }

    /// Each listed digest once, and each signature that counted.
    private func floor(of trusted: TrustedRepository, calls: Int) throws -> Double {
        let (snapshot, root) = (trusted.snapshot, trusted.root.trusted)
        var seconds = try [
            signature(of: root.verified, calls), signature(of: snapshot.timestamp.verified, calls),
            signature(of: snapshot.verified, calls),
            MetadataFloor.seconds(
                hashing: snapshot.verified.rawBytes,
                by: snapshot.timestamp.timestamp.snapshot.hashes,
                calls: calls
            ),
        ]
        .reduce(0, +)
        var listed = trusted.roles.mapValues { $0.verified.rawBytes }
        listed[.root] = root.verified.rawBytes
        for (role, bytes) in listed {
            let hashes = snapshot.snapshot[role]?.hashes ?? Hashes([])
            seconds += MetadataFloor.seconds(hashing: bytes, by: hashes, calls: calls)
        }
        for role in trusted.roles.values { seconds += try signature(of: role.verified, calls) }
        return seconds
    }

    private func signature(
        of file: Verified<some MetadataPayload>,
        _ calls: Int
    ) throws -> Double {
        let document = try JSONDocument(parsing: file.rawBytes, limits: .untrustedMetadata)
        let message = try MetadataFloor.message(of: file.rawBytes)
        var seconds = 0.0
        for signature in try #require(document.root["signatures"]).elements {
            guard let key = file.signers.first(where: { $0.id.hex == signature["keyid"]?.string }),
                let publicKey = key.publicKey,
                let pair = Base64.decode(signature["sig"]?.string ?? "")
            else { continue }
            let check = MetadataFloor.Check(
                key: publicKey,
                signature: RawLibrary.derSignature(of: pair),
                message: message
            )
            seconds += try MetadataFloor.seconds(check, calls: calls)
        }
        return seconds
    }
}
