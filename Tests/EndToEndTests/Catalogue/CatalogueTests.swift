import Foundation
import TUFCore
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

    @Test("requests are counted under the same names, by the same labels")
    func metrics() async throws {
        let list = try RequestList(named: "counted")
        let counters = try await ServerPair()
            .both { url in
                let requests = list.requests(with: [:]) + [ComparedRequest("GET", "/metrics")]
                let page = try await ComparedAnswer.all(requests, at: url).last?.body ?? ""
                return Self.counters(in: page)
            }
        #expect(counters.theirs == counters.ours)
        #expect(counters.ours.count > 8)
    }

    /// The lines of requests' counters, their labels in order.
    private static func counters(in page: String) -> Set<String> {
        // Of a deletion the original counts a status that it never wrote.
        let lines = page.replacing("code=\"0\"", with: "code=\"200\"").split(separator: "\n")
            .filter { $0.hasPrefix("notary_server_http_requests_total{") }
        return Set(
            lines.map { line in
                let parts = line.split { "{}".contains($0) }
                return parts[1].split(separator: ",").sorted().joined(separator: ",")
                    + parts.dropFirst(2).joined()
            }
        )
    }

    @Test("an expired snapshot that the server cannot sign is told in the same words")
    func expiredSnapshot() async throws {
        let keys = try CatalogueKeys()
        let answers = try await ServerPair()
            .both { url in
                let server = try await ServerKeys.of(["lab/expired"], at: url)["lab/expired"]
                var steps = CatalogueSteps(
                    name: "expired",
                    keys: keys,
                    server: try #require(server)
                )
                let end = UTCTime.now.adding(seconds: 2)
                try await steps.publish { recipe in
                    recipe.editSnapshot = { $0.signed["expires"] = .string(end.description) }
                }
                let published = try await ComparedAnswer.all(steps.requests, at: url)
                while UTCTime.now <= end { try await Task.sleep(for: .milliseconds(100)) }
                let reads = ["timestamp", "snapshot", "root", "targets"]
                    .map { ComparedRequest("GET", "\(steps.path)\($0).json") }
                return try await published.map(\.status)
                    + ComparedAnswer.all(reads, at: url).map { "\($0.status) \($0.maskedBody)" }
            }
        #expect(answers.ours.map { $0.prefix(3) } == ["200", "500", "500", "200", "200"])
        #expect(answers.theirs.prefix(3) == answers.ours.prefix(3))
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
