/// Why bytes are not a metadata file: where, what was expected, what was found.
public enum MetadataError: Error, Hashable, Sendable {
    /// Not JSON, or JSON that leaves room for two readings.
    case json(JSONError)
    /// More bytes than the limit of the role.
    case tooLarge(role: RoleName, bytes: Int, limit: Int)
    /// A required member is absent.
    case missing(path: String)
    /// A member is there that must not be.
    case unexpected(path: String)
    /// Hashes are listed, and none of an algorithm this library knows.
    case noKnownHash(path: String)
    /// A member has another JSON type.
    case wrongType(path: String, expected: String, found: String)
    /// `_type` is that of another role.
    case wrongMetadataType(expected: String, found: String)
    /// A member has the right type and a value that is not allowed.
    case invalid(path: String, FormatError)
    /// A key is listed under an id that is not its own.
    case keyIDMismatch(listed: String, calculated: KeyID)
    /// A role names a key that the file does not hold.
    case unknownKeyID(role: String, KeyID)
    /// A delegation is not a direct child of the role that lists it.
    case notADirectChild(delegation: String, of: RoleName)
    /// The same role is delegated to twice by one file.
    case repeatedDelegation(RoleName)
    /// More signatures than the limit.
    case tooManySignatures(found: Int, limit: Int)
    /// More keys than the limit.
    case tooManyKeys(found: Int, limit: Int)
    /// More delegations than the limit.
    case tooManyDelegations(found: Int, limit: Int)
    /// One key id signed twice, which this dialect does not allow (TUF 4.2.1).
    case repeatedSignature(KeyID)
}

extension MetadataError: CustomStringConvertible {
    /// The sentence for a person.
    public var description: String {
        switch self {
        case .json(let error): "not valid JSON: \(error)"
        case .tooLarge(let role, let bytes, let limit):
            "`\(role)` has \(bytes) bytes, more than the limit of \(limit)"
        case .missing(let path): "`\(path)` is missing"
        case .unexpected(let path): "`\(path)` must not be there"
        case .noKnownHash(let path): "`\(path)` lists no hash of a known algorithm"
        case .wrongType(let path, let expected, let found):
            "expected \(expected) at `\(path)`, found \(found)"
        case .wrongMetadataType(let expected, let found): "expected type \(expected), not \(found)"
        case .invalid(let path, let error): "`\(path)`: \(error)"
        case .keyIDMismatch(let listed, let calculated):
            "the key listed as `\(listed)` has the id `\(calculated)`"
        case .unknownKeyID(let role, let id): "role `\(role)` names the unknown key `\(id)`"
        case .notADirectChild(let delegation, let parent):
            "delegation role \(delegation) invalid: not a direct child of `\(parent)`"
        case .repeatedDelegation(let role): "role `\(role)` is delegated to twice"
        case .tooManySignatures(let found, let limit):
            "found \(found) signatures, more than the limit of \(limit)"
        case .tooManyKeys(let found, let limit):
            "found \(found) keys, more than the limit of \(limit)"
        case .tooManyDelegations(let found, let limit):
            "found \(found) delegations, more than the limit of \(limit)"
        case .repeatedSignature(let id): "the key `\(id)` signed twice"
        }
    }
}
