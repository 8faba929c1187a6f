import TUFCore
import Testing

@Suite("What a TUF 1.0 snapshot says of the root")
struct ListedRootTests {
    @Test("an outdated entry for the root, as old repositories keep one, means nothing (4.4)")
    func outdatedEntry() throws {
        let repository = try TUFRepository()
        let outdated: JSON = ["version": 2, "length": 10, "hashes": ["sha256": .string(Self.hash)]]
        for listed in [[], [JSON.Member(name: "root.json", value: outdated)]] {
            let result = try repository.refresh(snapshotAlsoListing: listed)
            #expect(throws: Never.self) { try result.get() }
        }
    }

    @Test("an entry for targets of that kind is refused")
    func outdatedTargets() throws {
        let outdated: JSON = ["version": 1, "length": 10, "hashes": ["sha256": .string(Self.hash)]]
        let result = try TUFRepository().refresh(targetsListedAs: outdated)
        #expect(throws: UpdateError.self) { try result.get() }
    }

    private static let hash = String(repeating: "0", count: 64)
}
