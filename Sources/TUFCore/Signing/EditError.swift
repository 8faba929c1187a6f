/// Why metadata cannot be edited or written as asked.
public enum EditError: Error, Hashable, Sendable {
    /// The file to edit, or what would be written, is not metadata of the dialect.
    case malformed(MetadataError)
    /// Nothing was signed.
    case signing(SigningError)
    /// What was signed does not verify by the keys it is for: it is not handed out.
    case notVerified(UpdateError)
    /// A key is not spelled in this dialect, so that its id would be another one.
    case keyOfAnotherDialect(KeyID)
    /// Fewer usable keys than must sign.
    case thresholdUnreachable(threshold: Int, keys: Int)
    /// A root gives keys to the four top-level roles only.
    case notATopLevelRole(RoleName)
    /// A role of this name cannot be delegated to from there.
    case cannotDelegate(to: RoleName, from: RoleName)
    /// The role is delegated to already.
    case repeatedDelegation(RoleName)
    /// The role is not delegated to.
    case noDelegation(RoleName)
    /// A role delegates either to succinct bins or to roles one by one (TAP 15).
    case succinctBesideRoles
    /// The dialect has no way to say this; the text names it.
    case notInThisDialect(String)
    /// Bins written one by one have at most this many bits.
    case tooManyBins(bitLength: Int, limit: Int)
    /// A name that no target may have.
    case targetName(String)
    /// A target is listed with a length of at least 0 and a hash, or not at all.
    case targetWithoutHash(String)
    /// The role does not list the target.
    case noTarget(String)
    /// The snapshot or timestamp does not list files of this role.
    case notListed(RoleName)
    /// A version must be higher than the one before.
    case versionNotHigher(role: RoleName, previous: MetadataVersion, offered: MetadataVersion)
    /// Two files would be written under one name.
    case fileNameTaken(String)
}

extension EditError: CustomStringConvertible {
    /// The sentence for a person.
    public var description: String {
        switch self {
        case .malformed(let error): "not metadata of this dialect: \(error)"
        case .signing(let error): "\(error)"
        case .notVerified(let error): "what was signed does not verify: \(error)"
        case .keyOfAnotherDialect(let id): "key `\(id)` is not of this dialect"
        case .thresholdUnreachable(let threshold, let keys):
            "\(threshold) keys must sign and there are \(keys)"
        case .notATopLevelRole(let role): "a root gives no keys to `\(role)`"
        case .cannotDelegate(let child, let parent):
            "`\(parent)` cannot delegate to a role named `\(child)`"
        case .repeatedDelegation(let role): "`\(role)` is delegated to already"
        case .noDelegation(let role): "`\(role)` is not delegated to"
        case .succinctBesideRoles: "succinct bins cannot stand beside other delegations"
        case .notInThisDialect(let text): "this dialect has no \(text)"
        case .tooManyBins(let bits, let limit):
            "bins of \(bits) bits are too many to list, the limit is \(limit) bits"
        case .targetName(let name): "no target can be named `\(name)`"
        case .targetWithoutHash(let name): "target `\(name)` has no hash or a negative length"
        case .noTarget(let name): "there is no target `\(name)`"
        case .notListed(let role): "files of `\(role)` are not listed there"
        case .versionNotHigher(let role, let previous, let offered):
            "`\(role)` has version \(previous), \(offered) is not higher"
        case .fileNameTaken(let name): "another file is named `\(name)` already"
        }
    }
}
