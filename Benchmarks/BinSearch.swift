import TUFCore
import Testing

/// Looking for targets in a repository of 16,384 bins, once their roles are known.
@Suite(.serialized) struct BinSearch {
    @Test("TUF 1.0: one target through 16,384 bins, warm", arguments: [BinFiles.Kind.allCases])
    func search(kinds: [BinFiles.Kind]) throws {
        var table = try GoalTable("Target search through 16,384 bins, warm, each target")
        for kind in kinds {
            let files = try BinFiles.repository(kind)
            var repository = try TUFRefresh.repository(from: files)
            for path in BinFiles.paths {
                repository = try #require(try found(path, in: repository, fetching: files))
            }
            let seconds = try Measurement.seconds(calls: 20) {
                for path in BinFiles.paths {
                    guard try found(path, in: repository, fetching: nil) != nil else {
                        throw UpdateError.notDelegated(role: .targets)
                    }
                }
            }
            table.add(
                "search-\(kind.rawValue)",
                seconds: seconds / Double(BinFiles.paths.count),
                goal: Goal(microseconds: kind == .succinct ? 1 : 2)
            )
        }
        table.show()
    }

    /// What is known after the target was found.
    private func found(
        _ path: String,
        in repository: TrustedRepository,
        fetching files: TUFFiles?
    ) throws -> TrustedRepository? {
        var lookup = TargetLookup(of: path, in: repository)
        while true {
            switch lookup.next() {
            case .fetch(let request):
                guard let files else { return nil }
                lookup.receive(.bytes(files[request.role.name]))
            case .recall: lookup.receive(.notFound)
            case .persist: break
            case .found: return lookup.repository
            case .notFound: return nil
            case .abort(let error): throw error
            }
        }
    }
}
