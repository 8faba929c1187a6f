public import NotaryService
public import TUFCore

/// Metadata as a publisher writes it, right or wrong.
public protocol TestFile: Sendable {
    /// The role of the file.
    var roleName: String { get }
    /// The value of `signed`.
    var signed: JSON { get }
}

extension TestFile {
    /// The file, signed by each of these; by none at all when there are none.
    public func bytes(signedBy signers: [any Signer]) async throws -> [UInt8] {
        guard !signers.isEmpty else {
            return NotaryDialect().file(signed: try signed.canonicalBytes(), signatures: [])
        }
        return try await MetadataSigner(.notary).file(signed: signed, by: signers)
    }

    /// The file as a part of an upload.
    public func part(signedBy signers: any Signer...) async throws -> PublicationPart {
        PublicationPart(name: roleName, bytes: try await bytes(signedBy: signers))
    }
}
