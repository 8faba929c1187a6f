/// All fuzz targets.
public enum FuzzTargets {
    /// In the order of the layers they test.
    public static let all: [any FuzzTarget.Type] = [
        JSONFuzzing.self, TUFMetadataFuzzing.self, NotaryMetadataFuzzing.self, KeyFuzzing.self,
        CertificateFuzzing.self, DelegationFuzzing.self, ImageReferenceFuzzing.self,
        AdmissionReviewFuzzing.self,
    ]

    /// The target of a name.
    ///
    /// - Parameter name: As on the command line.
    /// - Returns: The target, or nil where there is none.
    public static func named(_ name: String) -> (any FuzzTarget.Type)? {
        all.first { $0.name == name }
    }
}
