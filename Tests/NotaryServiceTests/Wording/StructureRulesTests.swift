import Foundation
import TUFCore
import Testing

@testable import NotaryService

@Suite("What Notary demands of a payload's structure")
struct StructureRulesTests {
    @Test(
        "the first rule that is broken is told in Notary's words",
        arguments: [
            ("root", "", "missing root role specification"),
            ("root", #""roles":{"root":{}}"#, "invalid threshold specified for root: 0 "),
            (
                "root", #""roles":{"root":{"threshold":1,"keyids":["k"]}}"#,
                "key ID k specified in root without corresponding key"
            ),
            (
                "root", #""keys":{"k":null},"roles":{"root":{"threshold":1,"keyids":["k"]}}"#,
                "missing targets role specification"
            ),
            (
                "targets/a", #""delegations":{"roles":[{"name":"targets/b"}]}"#,
                "delegation role targets/b invalid"
            ),
            (
                "targets", #""delegations":{"roles":[{"name":"targets/b"}]}"#,
                "invalid threshold specified for targets/b: 0 "
            ),
            ("snapshot", "", "missing root sha256 checksum information"),
            (
                "snapshot", #""meta":{"root":{"hashes":{"sha256":"YQ=="}}}"#,
                "invalid root checksum information, sha256 checksum invalid"
            ),
        ]
    )
    func faults(role: String, members: String, message: String) throws {
        let type = role.hasPrefix("targets") ? "Targets" : role.capitalized
        let rest = members.isEmpty ? "" : ",\(members)"
        let fault = try Self.fault(role, #"{"_type":"\#(type)","version":1\#(rest)}"#)
        #expect(fault == "\(role) type metadata invalid: \(message)")
    }

    @Test("type and version come first")
    func typeAndVersion() throws {
        let start = "type metadata invalid:"
        #expect(try Self.fault("root", "{}") == "root \(start) expected type Root, not ")
        let root = try Self.fault("root", #"{"_type":"Root"}"#)
        #expect(root == "root \(start) version cannot be less than 1")
        let targets = try Self.fault("targets/a", #"{"_type":"Targets","version":0}"#)
        #expect(targets == "targets/a \(start) version cannot be less than one")
    }

    private static func fault(_ role: String, _ signed: String) throws -> String? {
        let document = try JSONDocument(parsing: Array(signed.utf8), limits: .untrustedMetadata)
        return StructureRules(role: try RoleName(notary: role), signed: document.root).fault
    }
}
