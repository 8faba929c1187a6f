/// Why a repository was not updated or a file not trusted.
///
/// Nothing was trusted when it is thrown.
public enum UpdateError: Error, Hashable, Sendable {
    /// The file does not have the structure of its role.
    case malformed(role: RoleName, MetadataError)
    /// The file carries no signature at all.
    case noSignatures(role: RoleName)
    /// Too few distinct public keys signed the file.
    case thresholdNotMet(role: RoleName, valid: Int, threshold: Int)
    /// 5.3.4: the trusted root's keys did not sign its successor.
    case rootNotSignedByTrusted(valid: Int, threshold: Int)
    /// 5.3.5: the next root must have the next version.
    case rootVersionNotNext(expected: MetadataVersion, found: MetadataVersion)
    /// No root certificate is in force and names this repository.
    case noUsableRootCertificate(GUN)
    /// The root is not the one that the trust pin demands.
    case pinNotMet(GUN)
    /// No pin is configured and trust on first use is not allowed.
    case firstUseForbidden(GUN)
    /// 5.4.3, 5.5.5: the file is older than one that was trusted before.
    case rollback(role: RoleName, known: MetadataVersion, found: MetadataVersion)
    /// 5.5.4, 5.6.4: the file is not the version that the role above promises.
    case versionMismatch(role: RoleName, promised: MetadataVersion, found: MetadataVersion)
    /// 5.4.4: a freeze attack, or a repository nobody renews.
    case expired(role: RoleName, on: UTCTime, startedAt: UpdateStartTime)
    /// 5.5.2: the file is not the one that the role above lists.
    case notAsListed(role: RoleName, HashMismatch)
    /// The file has more bytes than the role above lists, or than the limit where it lists none.
    case tooLong(role: RoleName, limit: Int)
    /// The file has fewer bytes than the role above lists.
    case tooShort(role: RoleName, listed: Int, found: Int)
    /// The snapshot does not list the role.
    case notInSnapshot(role: RoleName)
    /// No targets role in use delegates to this one.
    case notDelegated(role: RoleName)
    /// The server does not have the file.
    case notFound(role: RoleName)
    /// The server could not be asked; the text is the transport's own.
    case unavailable(role: RoleName, String)
    /// More root versions than the limit in one update.
    case tooManyRootRotations(limit: Int)
    /// More delegated roles than the limit.
    case tooManyRoles(limit: Int)

    /// Whether the server was not reached, so that nothing is known about the repository.
    public var isUnavailability: Bool {
        if case .unavailable = self { return true }
        return false
    }
}

extension UpdateError: CustomStringConvertible {
    /// The sentence for a person.
    public var description: String {
        switch self {
        case .malformed(let role, let error): "`\(role)` is malformed: \(error)"
        case .noSignatures(let role): "`\(role)` has no signatures"
        case .thresholdNotMet(let role, let valid, let threshold):
            "valid signatures did not meet threshold for \(role): found \(valid) of \(threshold)"
        case .rootNotSignedByTrusted(let valid, let threshold):
            "the new root is not signed by the trusted one: found \(valid) of \(threshold)"
        case .rootVersionNotNext(let expected, let found):
            "expected root version \(expected), found \(found)"
        case .noUsableRootCertificate(let gun):
            "no root certificate is in force and names `\(gun)`"
        case .pinNotMet(let gun): "the root of `\(gun)` is not the pinned one"
        case .firstUseForbidden(let gun):
            "no root is pinned for `\(gun)` and trust on first use is not allowed"
        case .notAsListed(let role, let mismatch): "`\(role)` is not the file listed: \(mismatch)"
        default: otherDescription
        }
    }

    private var otherDescription: String {
        switch self {
        case .rollback(let role, let known, let found):
            "`\(role)` version \(found) is lower than the known version \(known)"
        case .expired(let role, let time, _): "`\(role)` expired on \(time)"
        case .tooShort(let role, let listed, let found):
            "`\(role)` has \(found) bytes, \(listed) are listed"
        case .versionMismatch(let role, let promised, let found):
            "`\(role)` has version \(found), \(promised) was promised"
        case .tooLong(let role, let limit): "`\(role)` is longer than \(limit) bytes"
        case .notInSnapshot(let role): "the snapshot does not list `\(role)`"
        case .notDelegated(let role): "no trusted role delegates to `\(role)`"
        case .notFound(let role): "the trust server does not have `\(role)`"
        case .unavailable(let role, let text): "`\(role)` could not be fetched: \(text)"
        case .tooManyRootRotations(let limit): "more than \(limit) root rotations"
        case .tooManyRoles(let limit): "more than \(limit) delegated roles"
        default: ""
        }
    }
}
