import TUFCore

/// Inputs and outputs recorded from Portieris' own tests.
struct PortierisTables {
    let rows: [JSONValue]

    init(_ name: String) throws {
        let bytes = try Fixtures.vector("portieris-tables.json")
        let root = try JSONDocument(parsing: bytes, limits: .admissionReview).root
        rows = (root["tables"]?[name]?["rows"]?.elements).map { Array($0) } ?? []
    }
}
