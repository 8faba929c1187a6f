public import TUFCore

/// The detail of Notary's `INVALID_UPDATE`: `{"Name": name, "Error": {"Msg": message}}`.
///
/// The `Error` object of ``badHierarchy(missing:message:)`` also has `Missing`.
public enum UpdateRefusal: Error, Hashable, Sendable {
    /// `ErrBadRoot`: the root, or the timestamp role that it names.
    case badRoot(message: String)
    /// `ErrBadTargets`: targets or a delegated role.
    case badTargets(message: String)
    /// `ErrBadSnapshot`: the snapshot that was sent.
    case badSnapshot(message: String)
    /// `ErrBadHierarchy`: a role that the server cannot add by itself is not in the update.
    case badHierarchy(missing: RoleName, message: String)
    /// `ErrValidation`: anything else.
    case validation(message: String)

    /// The error's name on the wire.
    public var name: String {
        switch self {
        case .badRoot: "ErrBadRoot"
        case .badTargets: "ErrBadTargets"
        case .badSnapshot: "ErrBadSnapshot"
        case .badHierarchy: "ErrBadHierarchy"
        case .validation: "ErrValidation"
        }
    }

    /// What is wrong, in words.
    public var message: String {
        switch self {
        case .badRoot(let message), .badTargets(let message), .badSnapshot(let message),
            .badHierarchy(_, let message), .validation(let message):
            message
        }
    }
}
