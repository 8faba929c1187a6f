public import TUFCore

/// Why the service did not do what a client asked; each case is one of Notary's error codes.
public enum NotaryServiceError: Error, Hashable, Sendable {
    /// `INVALID_ROLE` (400): a part's name is no role; the detail is the name.
    case invalidRole(name: String)
    /// `MALFORMED_JSON` (400): a part is not metadata at all; the reason is for the log.
    case malformedJSON(role: RoleName, reason: String)
    /// `INVALID_UPDATE` (400) with a detail: the update breaks a rule of TUF or of Notary.
    case invalidUpdate(UpdateRefusal)
    /// `INVALID_UPDATE` (400) without detail: what is stored could not be read to check the
    /// update against; the reason is for the log.
    case uncheckableUpdate(reason: String)
    /// `VERSION` (400): a version as new or newer is stored already.
    case oldVersion(role: RoleName)
    /// `UPDATING` (500): the store failed while storing; the reason is for the log.
    case updating(reason: String)
    /// `METADATA_NOT_FOUND` (404).
    case metadataNotFound
    /// `UNKNOWN` (500) with a detail: a file must be renewed, and the server lacks the keys.
    case missingKeys(role: RoleName, found: Int, needed: Int, missing: [KeyID])
    /// `TOOMANYREQUESTS` (429): as many keys are being made as may be at once.
    case tooManyKeyCreations
    /// `UNKNOWN` (500) with an empty detail; the reason is for the log.
    case unknown(reason: String)
}
