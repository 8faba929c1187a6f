import HTTPTypes

/// The error codes of Notary's server, and those of its limits, which the original has not.
enum ErrorCode: String, CaseIterable, Sendable {
    case noFileName = "NO_FILENAME"
    case invalidRole = "INVALID_ROLE"
    case malformedJSON = "MALFORMED_JSON"
    case updating = "UPDATING"
    case version = "VERSION"
    case metadataNotFound = "METADATA_NOT_FOUND"
    case invalidUpdate = "INVALID_UPDATE"
    case malformedUpload = "MALFORMED_UPLOAD"
    case invalidGUN = "INVALID_GUN"
    case invalidParameters = "INVALID_PARAMETERS"
    case unknown = "UNKNOWN"
    case unauthorized = "UNAUTHORIZED"
    case tooLarge = "TOO_LARGE"
    /// This and the next are the names that Docker's registries give them.
    case tooManyRequests = "TOOMANYREQUESTS"
    case unavailable = "UNAVAILABLE"

    /// The status an error of this code is sent with.
    var status: HTTPResponse.Status {
        switch self {
        case .metadataNotFound: .notFound
        case .updating, .unknown: .internalServerError
        case .tooLarge: .contentTooLarge
        case .unauthorized: .unauthorized
        case .tooManyRequests: .tooManyRequests
        case .unavailable: .serviceUnavailable
        case .noFileName, .invalidRole, .malformedJSON, .version, .invalidUpdate, .malformedUpload,
            .invalidGUN, .invalidParameters:
            .badRequest
        }
    }

    /// When to try again, in seconds; nil where that would not help.
    var retryAfter: Int? {
        switch self {
        case .tooManyRequests, .unavailable: 1
        default: nil
        }
    }

    /// The fixed sentence of the code.
    var message: String {
        switch self {
        case .noFileName: "No file/role name provided."
        case .invalidRole: "The role you are attempting to operate on is invalid."
        case .malformedJSON: "JSON sent by the client could not be parsed by the server"
        case .updating: "An error has occurred while updating the TUF repository."
        case .version: "A newer version of metadata is already available."
        case .metadataNotFound: "You have requested metadata that does not exist."
        case .invalidUpdate: "Update sent by the client is invalid."
        case .malformedUpload: "The body of your request is malformed."
        case .invalidGUN: "The server does not support actions on images of this name."
        case .invalidParameters: "The parameters provided are not valid."
        case .unknown: "unknown error"
        case .unauthorized: "authentication required"
        case .tooLarge: "The body of your request is larger than this server accepts."
        case .tooManyRequests: "too many requests"
        case .unavailable: "service unavailable"
        }
    }
}
