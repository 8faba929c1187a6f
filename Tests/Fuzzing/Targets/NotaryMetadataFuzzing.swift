import TUFCore

/// Any file read as metadata of Notary v1.
enum NotaryMetadataFuzzing: FuzzTarget {
    static let name = "notary-metadata"

    static func run(_ input: [UInt8]) throws(BrokenPromise) {
        try MetadataReading(dialect: NotaryDialect()).run(input)
    }
}
