import NotaryService

/// Why a request was not answered with what it asked for.
enum RequestFailure: Error {
    /// The service refused or failed.
    case service(NotaryServiceError)
    /// The upload could not be taken apart.
    case upload(UploadError)
    /// The request itself is wrong.
    case refused(ErrorBody)
    /// The connection broke while the body was read; nobody is there for an answer.
    case connection(any Error)

    /// What the client is told.
    var body: ErrorBody {
        switch self {
        case .service(let error): ErrorBody(error)
        case .upload(let error): ErrorBody(error)
        case .refused(let body): body
        case .connection: ErrorBody(code: .malformedUpload)
        }
    }

    /// What only the log is told.
    var reason: String? {
        switch self {
        case .service(.malformedJSON(_, let reason)), .service(.uncheckableUpdate(let reason)),
            .service(.updating(let reason)), .service(.unknown(let reason)):
            reason
        case .service(.invalidUpdate(let refusal)): refusal.message
        case .service, .refused: nil
        case .upload(let error): "\(error)"
        case .connection(let error): "\(error)"
        }
    }
}
