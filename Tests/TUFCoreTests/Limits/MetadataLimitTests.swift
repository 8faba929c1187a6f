import TUFCore
import Testing

@Suite("Limits of one metadata file")
struct MetadataLimitTests {
    @Test("as many signatures as the limit pass, one more does not")
    func signatures() throws {
        let file = Self.file(signatures: 3)
        #expect(throws: MetadataError.tooManySignatures(found: 3, limit: 2)) {
            try Self.read(file, MetadataLimits(signatures: 2))
        }
        try Self.read(file, MetadataLimits(signatures: 3))
    }

    @Test("as many keys as the limit pass, one more does not")
    func keys() throws {
        var lab = DelegationLab()
        lab.roles["targets"]?.delegations = (1...3).map { .init(name: "r\($0)", seed: $0) }
        let file = try #require(try lab.files()["targets"])
        #expect(throws: MetadataError.tooManyKeys(found: 3, limit: 2)) {
            try Self.read(file, MetadataLimits(keys: 2))
        }
        try Self.read(file, MetadataLimits(keys: 3))
        let root = try #require(try lab.files()["root"])
        #expect(throws: MetadataError.tooManyKeys(found: 1, limit: 0)) {
            try Unverified<Root>(
                parsing: root,
                as: .root,
                in: .tuf,
                limits: MetadataLimits(keys: 0)
            )
        }
    }

    @Test("as many delegations as the limit pass, one more does not")
    func delegations() throws {
        var lab = DelegationLab()
        lab.roles["targets"]?.delegations = (1...3).map { .init(name: "r\($0)") }
        let file = try #require(try lab.files()["targets"])
        #expect(throws: MetadataError.tooManyDelegations(found: 3, limit: 2)) {
            try Self.read(file, MetadataLimits(delegations: 2))
        }
        try Self.read(file, MetadataLimits(delegations: 3))
    }

    @Test("a file of as many bytes as the limit passes, of one more does not")
    func bytes() throws {
        let file = Self.file(signatures: 0)
        let limit = { JSONLimits(maximumBytes: $0, maximumDepth: 8) }
        try Self.read(file, MetadataLimits(json: limit(file.count)))
        let error = JSONError.tooLarge(bytes: file.count, limit: file.count - 1)
        #expect(throws: MetadataError.json(error)) {
            try Self.read(file, MetadataLimits(json: limit(file.count - 1)))
        }
    }

    @Test("a name of as many bytes as the limit is one, a longer one is not")
    func roleName() throws {
        let limit = RoleName.maximumBytes
        #expect(try RoleName(String(repeating: "r", count: limit)).name.utf8.count == limit)
        #expect(throws: FormatError.roleNameTooLong(bytes: limit + 1, limit: limit)) {
            try RoleName(String(repeating: "r", count: limit + 1))
        }
    }

    @Test(
        "each refusal says the limit",
        arguments: [
            MetadataError.tooManySignatures(found: 43, limit: 42),
            .tooManyKeys(found: 43, limit: 42), .tooManyDelegations(found: 43, limit: 42),
            .json(.tooLarge(bytes: 43, limit: 42)), .json(.tooDeep(offset: 1, limit: 42)),
            .invalid(path: "name", .roleNameTooLong(bytes: 43, limit: 42)),
        ]
    )
    func refusals(error: MetadataError) {
        #expect(error.description.contains("42"))
    }

    private static func read(_ file: [UInt8], _ limits: MetadataLimits) throws {
        _ = try Unverified<Targets>(parsing: file, as: .targets, in: .tuf, limits: limits)
    }

    private static func file(signatures count: Int) -> [UInt8] {
        let claims = (0..<count)
            .map { number in
                let id = String(repeating: "\(number)", count: 64)
                return #"{"keyid":"\#(id)","sig":"00"}"#
            }
        let signed = """
            {"_type":"targets","spec_version":"1.0.0","version":1,"targets":{},
            "expires":"2099-01-01T00:00:00Z"}
            """
        let list = claims.joined(separator: ",")
        return Array(#"{"signatures":[\#(list)],"signed":\#(signed)}"#.utf8)
    }
}
