import TUFCore

/// Notary's own words for what the checks of TUF found.
extension UpdateRefusal {
    static func badRoot(_ error: UpdateError) -> UpdateRefusal {
        .badRoot(message: rootMessage(for: error))
    }

    static func badTargets(_ error: UpdateError) -> UpdateRefusal {
        .badTargets(message: message(for: error))
    }

    static func badSnapshot(_ error: UpdateError) -> UpdateRefusal {
        .badSnapshot(message: message(for: error))
    }

    static func rootVersion(current: MetadataVersion, found: Int) -> UpdateRefusal {
        .badRoot(
            message: "Root modifications must increment the version. "
                + "Current \(current), new \(found)"
        )
    }

    /// The refusal when the server cannot sign what the update left to it.
    static func unissued(_ role: ServerRole, _ error: IssuingError) -> UpdateRefusal {
        switch (role, error) {
        case (.snapshot, .missingKeys):
            .badHierarchy(
                missing: .snapshot,
                message: "no snapshot was included in update and server does not hold current "
                    + "snapshot key for repository"
            )
        case (.timestamp, .missingKeys):
            .badRoot(message: "no  timestamp keys exist on the server")
        default:
            .validation(message: error.description)
        }
    }

    /// Of a root that the keys of the one before did not sign.
    static let noRotation =
        "could not rotate trust to a new trusted root: "
        + "failed to validate data with current trusted certificates"

    /// Of a root that its own keys did not sign.
    static let noIntegrity =
        "could not validate the path to a trusted root: failed to validate integrity of roots"

    private static func rootMessage(for error: UpdateError) -> String {
        switch error {
        case .noUsableRootCertificate:
            "could not validate the path to a trusted root: "
                + "unable to retrieve valid leaf certificates"
        case .rootNotSignedByTrusted:
            noRotation
        case .thresholdNotMet, .noSignatures:
            noIntegrity
        default:
            message(for: error)
        }
    }

    private static func message(for error: UpdateError) -> String {
        switch error {
        case .malformed(let role, let error): "\(role) type metadata invalid: \(error)"
        case .noSignatures: "tuf: data has no signatures"
        case .thresholdNotMet(let role, _, _):
            "valid signatures did not meet threshold for \(role)"
        case .expired(let role, let time, _): "\(role) expired at \(UnixDate(time))"
        case .notDelegated(let role): "tuf: invalid role \(role). delegation does not exist"
        case .notInSnapshot(let role):
            "no checksums for supported algorithms were provided for \(role)"
        case .notAsListed(let role, .differs(let expected, _)):
            "\(expected.algorithm.rawValue) checksum for \(role) did not match: "
                + "expected \(expected.hex)"
        case .tooLong(let role, let limit): "\(role) is longer than the listed \(limit) bytes"
        default: error.description
        }
    }
}
