import Hummingbird
import NotaryService
import TUFCore

extension NotaryHandlers {
    /// GET of the changefeed: `records` says how many, `change_id` from where.
    func changes(
        _ gun: GUN?,
        _ target: RequestTarget
    ) async throws(RequestFailure) -> Response {
        let query = try Self.query(QueryParameters(target.query), gun: gun)
        do {
            return .changes(try await service.changes(query))
        } catch {
            throw .service(error)
        }
    }

    /// GET of the changefeed of a name that no repository can have.
    func noChanges(_ target: RequestTarget) throws(RequestFailure) -> Response {
        _ = try Self.query(QueryParameters(target.query), gun: nil)
        return .changes([])
    }

    private static func query(
        _ parameters: QueryParameters,
        gun: GUN?
    ) throws(RequestFailure) -> ChangefeedQuery {
        let records = parameters["records"]
        let changeID = parameters["change_id"]
        let count: Int
        do {
            count = try GoInteger.parse32(records)
        } catch {
            let text = "strconv.ParseInt: parsing \(GoString.quoted(bytes: records)): \(error.text)"
            throw .refused(
                ErrorBody(
                    code: .invalidParameters,
                    detail: .string("invalid records parameter: \(text)")
                )
            )
        }
        guard let start = changeID.isEmpty ? 0 : try? GoInteger.parse32(changeID) else {
            throw .refused(ErrorBody(code: .invalidParameters, detail: .object([])))
        }
        return ChangefeedQuery(records: count, changeID: start, gun: gun)
    }
}
