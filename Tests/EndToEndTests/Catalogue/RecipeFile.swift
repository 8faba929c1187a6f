import NotaryService
import NotaryTesting
import TUFCore

/// One file of a publish, right or with something wrong.
struct RecipeFile: TestFile {
    var roleName: String
    var signed: JSON
    var signers: [any Signer]
    /// What is done to the whole file after it was signed.
    var rewrite: @Sendable (String) -> String = { $0 }

    /// The file as a part of an upload.
    func part() async throws -> PublicationPart {
        let bytes = try await bytes(signedBy: signers)
        let text = rewrite(String(decoding: bytes, as: UTF8.self))
        return PublicationPart(name: roleName, bytes: Array(text.utf8))
    }

    /// Writes `signed` with a line end and spaces for each member, as people do.
    mutating func makePretty() {
        rewrite = { text in
            text.replacing(",\"", with: ",\n  \"").replacing("\":", with: "\": ") + "\n"
        }
    }
}
