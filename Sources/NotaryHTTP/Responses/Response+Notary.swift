import HTTPTypes
import Hummingbird
import NIOCore
import NotaryService
import TUFCore

extension Response {
    /// 200 with a body that Go would call plain text, as the original's clients have always seen.
    static func plain(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: plainText],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    /// The content type of everything but errors.
    static var plainText: String { "text/plain; charset=utf-8" }

    /// What Go's router answers where it finds no route at all.
    static var pageNotFound: Response {
        var response = plain(Array("404 page not found\n".utf8))
        response.status = .notFound
        return response
    }

    /// A public key.
    static func key(_ key: Key) -> Response {
        plain(GoJSON.bytes(key.notaryJSON))
    }

    /// Entries of the changefeed.
    static func changes(_ changes: [Change]) -> Response {
        plain(
            GoJSON.bytes(
                .object([
                    .init(name: "count", value: .integer(changes.count)),
                    .init(name: "records", value: .array(changes.map(record))),
                ])
            )
        )
    }

    private static func record(_ change: Change) -> JSON {
        let (version, sha256, category) =
            switch change.kind {
            case .update(let version, let sha256): (version.number, sha256.hex, "update")
            case .deletion: (0, "", "deletion")
            }
        return .object([
            .init(name: "ID", value: .string("\(change.id)")),
            .init(name: "CreatedAt", value: .string(change.createdAt.description)),
            .init(name: "GUN", value: .string(change.gun.name)),
            .init(name: "Version", value: .integer(version)),
            .init(name: "SHA256", value: .string(sha256)),
            .init(name: "Category", value: .string(category)),
        ])
    }
}
