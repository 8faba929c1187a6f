import Foundation
import Testing

/// The same requests to Debian's `notary-server` and to ours.
@Suite("The request catalogue beside Debian's notary-server", .serialized)
struct CatalogueTests {
    private static var listed: [ListedDifference] {
        get throws {
            let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appendingPathComponent("docs/compatibility.md")
            let page = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            return ListedDifference.all(in: page, under: "Requests")
        }
    }

    @Test("no two requests that change anything are called the same")
    func names() throws {
        let names = try CatalogueGroup.all().flatMap(\.guns)
        let own = names.filter { !CatalogueSetting.guns.contains($0) }
        #expect(Set(own).count == own.count)
    }

    @Test("answers differ only where docs/compatibility.md says so, and everywhere it does")
    func sideBySide() async throws {
        let listed = try Self.listed
        var met: Set<Int> = []
        var count = 0
        for group in try CatalogueGroup.all() {
            for comparison in try await group.comparisons() {
                count += 1
                let unlisted = comparison.differences.filter { field in
                    let reasons = listed.indices.filter {
                        listed[$0].explains(field, of: comparison)
                    }
                    met.formUnion(reasons)
                    return reasons.isEmpty
                }
                if !unlisted.isEmpty { Issue.record("\(group.name): \(comparison)") }
            }
        }
        print("\(count) requests were compared")
        for index in listed.indices where !met.contains(index) {
            Issue.record("docs/compatibility.md lists what is not so: \(listed[index])")
        }
    }
}
