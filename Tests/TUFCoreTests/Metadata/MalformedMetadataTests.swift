import RepositorySimulation
import TUFCore
import Testing

@Suite("Metadata that is not what it should be")
struct MalformedMetadataTests {
    @Test(
        "a file cut anywhere is refused and nothing crashes",
        arguments: ["root", "targets", "snapshot", "timestamp"]
    )
    func cutAnywhere(name: String) async throws {
        var repository = try SimulatedRepository()
        let bytes = try #require(try await repository.files()[name])
        for length in bytes.indices {
            #expect(throws: MetadataError.self) {
                try parse(Array(bytes[..<length]), as: name)
            }
        }
        try parse(bytes, as: name)
    }

    @Test(
        "each wrong member is named",
        arguments: [
            (#"{"signatures":[]}"#, "`signed` is missing"),
            (#"{"signed":[],"signatures":[]}"#, "expected an object at `signed`, found an array"),
            (#"{"signed":{"_type":"Targets"}}"#, "`signatures` is missing"),
            (
                #"{"signed":{"_type":"Targets"},"signatures":{}}"#,
                "expected an array at `signatures`, found an object"
            ),
            (
                #"{"signed":{},"signatures":[{"keyid":"x"}]}"#,
                "`signatures[0].sig` is missing"
            ),
            (#"{"signed":{},"signatures":[]}"#, "`signed._type` is missing"),
            (
                #"{"signed":{"_type":"targets"},"signatures":[]}"#,
                "expected type Targets, not targets"
            ),
            (
                #"{"signed":{"_type":"Targets","version":"1"},"signatures":[]}"#,
                "expected an integer at `signed.version`, found a string"
            ),
            (
                #"{"signed":{"_type":"Targets","version":1.0},"signatures":[]}"#,
                "expected an integer at `signed.version`"
            ),
            (
                #"{"signed":{"_type":"Targets","version":0},"signatures":[]}"#,
                "version cannot be less than one"
            ),
            (
                #"{"signed":{"_type":"Targets","version":1,"expires":"soon"},"signatures":[]}"#,
                "`signed.expires`: expected a time as in RFC 3339, found `soon`"
            ),
        ]
    )
    func wrongMember(json: String, text: String) {
        let error = #expect(throws: MetadataError.self) {
            try parse(Array(json.utf8), as: "targets")
        }
        #expect(error?.description.contains(text) == true, "\(String(describing: error))")
    }

    @Test("more signatures than the limit are refused")
    func signatureFlood() async throws {
        var repository = try SimulatedRepository()
        let bytes = try #require(try await repository.files()["targets"])
        let limits = MetadataLimits(json: .untrustedMetadata, signatures: 0)
        #expect(throws: MetadataError.tooManySignatures(found: 1, limit: 0)) {
            try Unverified<Targets>(parsing: bytes, as: .targets, in: .notary, limits: limits)
        }
    }

    private func parse(_ bytes: [UInt8], as name: String) throws {
        switch try RoleName(name) {
        case .root: _ = try Unverified<Root>(parsing: bytes, as: .root, in: .notary)
        case .timestamp: _ = try Unverified<Timestamp>(parsing: bytes, as: .timestamp, in: .notary)
        case .snapshot: _ = try Unverified<Snapshot>(parsing: bytes, as: .snapshot, in: .notary)
        default: _ = try Unverified<Targets>(parsing: bytes, as: .targets, in: .notary)
        }
    }
}
