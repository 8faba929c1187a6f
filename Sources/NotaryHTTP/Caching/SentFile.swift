import HTTPTypes
import Hummingbird
import NIOCore
import NotaryService
import TUFCore

/// A metadata file in the form in which it is sent.
struct SentFile: Sendable {
    let tag: EntityTag
    let storedAt: UTCTime
    let body: ByteBuffer
    /// The fields of an answer with the file; those of one without it are among them.
    let fields: HTTPFields

    /// The file, which caches may keep as `policy` says.
    init(_ file: StoredMetadata, _ policy: CachePolicy) {
        tag = EntityTag(file.sha256)
        storedAt = file.storedAt
        body = ByteBuffer(bytes: file.bytes)
        var fields: HTTPFields = [.contentType: Response.plainText]
        policy.set(in: &fields)
        fields[.eTag] = tag.text
        fields[.lastModified] = HTTPDate.text(file.storedAt)
        self.fields = fields
    }

    /// 200 with the file.
    var response: Response {
        Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: body))
    }

    /// 304: the client has the file already.
    var notModified: Response {
        var fields = fields
        fields[.contentType] = nil
        return Response(status: .notModified, headers: fields)
    }
}
