import HTTPTypes
import Hummingbird
import NotaryService

/// Why a request was not answered with what it asked for.
enum RequestFailure: Error {
    /// The service refused or failed.
    case service(NotaryServiceError)
    /// The service refused or failed to store files of these roles, as the upload named them.
    case publication(NotaryServiceError, roles: [String])
    /// The upload could not be taken apart.
    case upload(UploadError)
    /// The request itself is wrong.
    case refused(ErrorBody)
    /// There is no token that allows it; the reason is for the log.
    case unauthorized(TokenChallenge, reason: String)
    /// The connection broke while the body was read; nobody is there for an answer.
    case connection(any Error)

    /// What the client is told.
    var body: ErrorBody {
        switch self {
        case .service(let error), .publication(let error, _): ErrorBody(error)
        case .upload(let error): ErrorBody(error)
        case .refused(let body): body
        case .unauthorized(let challenge, _): challenge.body
        case .connection: ErrorBody(code: .malformedUpload)
        }
    }

    /// The answer.
    var response: Response {
        var response = body.response
        if case .unauthorized(let challenge, _) = self {
            response.headers[.wwwAuthenticate] = challenge.header
        }
        return response
    }

    /// The roles that a refused publish was to have files of, as it named them.
    var roles: [String] {
        if case .publication(_, let roles) = self { roles } else { [] }
    }

    /// What only the log is told.
    var reason: String? {
        switch self {
        case .service(let error), .publication(let error, _): error.reason
        case .refused: nil
        case .unauthorized(_, let reason): reason
        case .upload(let error): "\(error)"
        case .connection(let error): "\(error)"
        }
    }
}

extension NotaryServiceError {
    /// What only the log is told.
    fileprivate var reason: String? {
        switch self {
        case .malformedJSON(_, let reason), .uncheckableUpdate(let reason),
            .updating(let reason), .unknown(let reason):
            reason
        case .invalidUpdate(let refusal): refusal.message
        default: nil
        }
    }
}
