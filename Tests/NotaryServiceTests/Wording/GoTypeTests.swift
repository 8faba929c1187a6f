import TUFCore
import Testing

@testable import NotaryService

@Suite("What Go says of JSON that it cannot read")
struct GoTypeTests {
    private static func fault(_ role: String, _ signed: String) throws -> String? {
        let text = Array(signed.utf8)
        let value = try JSONDocument(parsing: text, limits: .untrustedMetadata).root
        return GoType.payload(of: try RoleName(notary: role)).fault(in: value, of: text)
    }

    @Test(
        "the first value of a wrong kind is named with the type it was for",
        arguments: [
            ("root", #"{"keys":[]}"#, "array into Go value of type map[string]data.TUFKey"),
            ("root", #"{"keys":{"a":1}}"#, "number into Go value of type data.TUFKey"),
            ("root", #"{"keys":{"a":{"keytype":1}}}"#, "number into Go value of type string"),
            (
                "root", #"{"keys":{"a":{"keyval":"x"}}}"#,
                "string into Go value of type data.KeyPair"
            ),
            (
                "root", #"{"roles":[]}"#,
                "array into Go value of type map[data.RoleName]*data.RootRole"
            ),
            ("root", #"{"roles":{"root":true}}"#, "bool into Go value of type data.RootRole"),
            (
                "root", #"{"roles":{"root":{"threshold":1.5}}}"#,
                "number 1.5 into Go value of type int"
            ),
            (
                "root", #"{"roles":{"root":{"keyids":"a"}}}"#,
                "string into Go value of type []string"
            ),
            ("root", #"{"consistent_snapshot":"x"}"#, "string into Go value of type bool"),
            ("targets", #"{"targets":[]}"#, "array into Go value of type data.Files"),
            ("targets", #"{"targets":{"a":"x"}}"#, "string into Go value of type data.FileMeta"),
            ("targets", #"{"targets":{"a":{"length":"1"}}}"#, "string into Go value of type int64"),
            (
                "targets", #"{"targets":{"a":{"hashes":[]}}}"#,
                "array into Go value of type data.Hashes"
            ),
            (
                "targets/a", #"{"targets":{"a":{"hashes":{"sha256":1}}}}"#,
                "number into Go value of type []uint8"
            ),
            ("targets", #"{"delegations":[]}"#, "array into Go value of type data.Delegations"),
            (
                "targets", #"{"delegations":{"roles":{}}}"#,
                "object into Go value of type []*data.Role"
            ),
            (
                "targets", #"{"delegations":{"roles":[{"name":1}]}}"#,
                "number into Go value of type data.RoleName"
            ),
            ("snapshot", #"{"meta":"x","version":"1"}"#, "string into Go value of type data.Files"),
        ]
    )
    func faults(role: String, signed: String, message: String) throws {
        #expect(try Self.fault(role, signed) == "json: cannot unmarshal \(message)")
    }

    @Test("base64 is refused with the place of the first other character")
    func base64() throws {
        let signed = #"{"meta":{"root":{"hashes":{"sha256":"ab*d"}}}}"#
        #expect(try Self.fault("snapshot", signed) == "illegal base64 data at input byte 2")
    }

    @Test(
        "null, unknown members and what fits are read",
        arguments: [
            ("root", #"{"keys":null,"roles":{"root":null},"x":[1.5],"expires":7}"#),
            ("targets", #"{"targets":{"a":{"custom":[1.5],"hashes":{"sha256":"YQ\n=="}}}}"#),
            ("snapshot", #"{"version":1,"_type":"x","meta":{}}"#),
        ]
    )
    func readable(role: String, signed: String) throws {
        #expect(try Self.fault(role, signed) == nil)
    }
}
