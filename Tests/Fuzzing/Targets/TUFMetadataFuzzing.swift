import TUFCore

/// Any file read as metadata of TUF 1.0, with key ids calculated and as listed.
enum TUFMetadataFuzzing: FuzzTarget {
    static let name = "tuf-metadata"

    static func run(_ input: [UInt8]) throws(BrokenPromise) {
        try MetadataReading(dialect: TUFDialect()).run(input)
        try MetadataReading(dialect: TUFDialect(keyIDs: .asListed)).run(input)
    }
}
