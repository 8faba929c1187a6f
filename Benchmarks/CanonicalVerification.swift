import TUFCore
import Testing

/// How fast the bytes that were signed are found, brought into canonical form and hashed.
@Suite(.serialized) struct CanonicalVerification {
    @Test("parse, canonical check and SHA-256 of `signed`, for 10,000 targets")
    func tenThousandTargets() throws {
        var table = ResultTable(
            "Canonical verification, 10,000 targets (floor: SHA-256 of `signed` alone)",
            columns: ["file", "MB", "parse MB/s", "verify MB/s", "floor MB/s", "verify/floor"]
        )
        for isPretty in [false, true] {
            let file = TargetsFile.bytes(targets: 10_000, isPretty: isPretty)
            let parse = try Measurement.seconds { _ = try document(file) }
            let verify = try Measurement.seconds { _ = try digest(ofSignedIn: file) }
            let signed = try #require(try document(file).root["signed"])
            #expect(signed.isCanonical != isPretty)
            let canonical = try signed.canonicalBytes()
            let floor = Measurement.seconds { _ = HashAlgorithm.sha256.digest(of: canonical) }
            #expect(try digest(ofSignedIn: file) == HashAlgorithm.sha256.digest(of: canonical))
            let megabytes = Double(file.count) / 1e6
            table.add(
                isPretty ? "pretty" : "canonical",
                ResultTable.number(megabytes, digits: 2),
                ResultTable.number(megabytes / parse, digits: 0),
                ResultTable.number(megabytes / verify, digits: 0),
                ResultTable.number(Double(canonical.count) / 1e6 / floor, digits: 0),
                ResultTable.number(verify / floor, digits: 2)
            )
        }
        table.show()
    }

    private func document(_ bytes: [UInt8]) throws -> JSONDocument {
        try JSONDocument(parsing: bytes, limits: .untrustedMetadata)
    }

    private func digest(ofSignedIn file: [UInt8]) throws -> Digest {
        let signed = try #require(try document(file).root["signed"])
        return try unsafe signed.withCanonicalBytes { unsafe HashAlgorithm.sha256.digest(of: $0) }
    }
}
