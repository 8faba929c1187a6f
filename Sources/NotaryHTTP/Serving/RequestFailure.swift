import HTTPTypes
import Hummingbird
import NotaryService

/// Why a request was not answered with what it asked for.
enum RequestFailure: Error {
    /// The service refused or failed.
    case service(NotaryServiceError)
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
        case .service(let error): ErrorBody(error)
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

    /// What only the log is told.
    var reason: String? {
        switch self {
        case .service(.malformedJSON(_, let reason)), .service(.uncheckableUpdate(let reason)),
            .service(.updating(let reason)), .service(.unknown(let reason)):
            reason
        case .service(.invalidUpdate(let refusal)): refusal.message
        case .service, .refused: nil
        case .unauthorized(_, let reason): reason
        case .upload(let error): "\(error)"
        case .connection(let error): "\(error)"
        }
    }
}
