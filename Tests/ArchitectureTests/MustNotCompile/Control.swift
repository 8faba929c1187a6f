// Compiles: the same types as in the files beside it, used as they are meant to be. Were this one
// refused too, the refusals of the others would say nothing.
import NotaryService
import PolicyEngine
import TUFCore

func signers(of file: Unverified<Root>, by keys: RoleKeys) throws(UpdateError) -> [Key] {
    let root: Verified<Root> = try file.verified(by: keys)
    _ = root.payload.version
    return root.signers
}

func target(named name: String, in repository: TrustedRepository) throws -> TrustedTarget? {
    try TargetSearch(in: repository).target(named: name)
}

func files(of publication: CheckedPublication) -> [StoredMetadata] {
    publication.files
}

func reasons(of denials: Denials) -> [DenialReason] {
    denials.reasons
}
