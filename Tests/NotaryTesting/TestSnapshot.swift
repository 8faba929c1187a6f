public import NotaryService
public import TUFCore

/// A snapshot as a publisher writes it.
public struct TestSnapshot: TestFile {
    /// The version.
    public var version: Int
    /// When it expires.
    public var expires = TestTime.days(1095)
    /// What it lists, by role name.
    public var meta: [String: MetaFile]
    /// What the file says it is.
    public var type = "Snapshot"

    /// A snapshot over the parts of an upload.
    public init(version: Int = 1, over parts: [PublicationPart]) {
        self.version = version
        meta = Dictionary(parts.map { ($0.name, MetaFile(describing: $0.bytes)) }) { $1 }
    }

    /// See ``TestFile``.
    public var roleName: String { "snapshot" }

    /// See ``TestFile``.
    public var signed: JSON {
        .object([
            .init(name: "_type", value: .string(type)),
            .init(name: "expires", value: .string(expires.description)),
            .init(
                name: "meta",
                value: .object(meta.map { .init(name: $0.key, value: Self.json($0.value)) })
            ),
            .init(name: "version", value: .integer(version)),
        ])
    }

    private static func json(_ file: MetaFile) -> JSON {
        .object([
            .init(
                name: "hashes",
                value: .object(
                    file.hashes.digests.map {
                        .init(
                            name: $0.algorithm.rawValue,
                            value: .string(Base64.encode($0.bytes))
                        )
                    }
                )
            ),
            .init(name: "length", value: .integer(file.length ?? -1)),
        ])
    }
}
