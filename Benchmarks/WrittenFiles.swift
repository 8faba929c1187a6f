import Testing

/// Writes what peers measure: repositories of the same making as those measured here.
@Suite struct WrittenFiles {
    @Test("repositories are written where peers find them", .enabled(if: isAsked))
    func files() throws {
        for kind in TUFKey.Kind.allCases {
            for layout in TUFFiles.Layout.allCases {
                let large = try TUFFiles(kind, layout, count: 10_000)
                try BenchmarkFolder.keep(large, as: "\(kind.rawValue)-\(layout.rawValue)")
            }
            try BenchmarkFolder.keep(
                try TUFFiles(kind, .pretty, count: 1),
                as: "\(kind.rawValue)-small"
            )
        }
        for kind in BinFiles.Kind.allCases {
            try BenchmarkFolder.keep(try BinFiles.repository(kind), as: "bins-\(kind.rawValue)")
        }
    }

    private static var isAsked: Bool { BenchmarkFolder.shared != nil }
}
