import HTTPService
import Hummingbird
import NIOCore
import NotaryService

/// Reads the files of a publish from the body of a request.
struct UploadReader: Sendable {
    /// How much is taken.
    let limits: UploadLimits
    /// What there is for all uploads.
    let memory: Capacity

    init(limits: UploadLimits) {
        self.limits = limits
        memory = Capacity(limits.maximumBytesAtOnce)
    }

    /// The files in the order they came; `share` holds them until it is given back.
    ///
    /// - Throws: ``RequestFailure/upload(_:)``, or ``RequestFailure/connection(_:)`` when the body
    ///   does not come to its end.
    func parts(
        of request: Request,
        in share: UploadShare
    ) async throws(RequestFailure) -> [PublicationPart] {
        var parser: MultipartParser?
        do {
            let announced = request.headers[.contentLength].flatMap(Int.init) ?? 0
            guard announced <= limits.maximumBodyBytes else {
                throw UploadError.tooLarge(.body, limit: limits.maximumBodyBytes)
            }
            parser = try MultipartParser(
                contentType: request.headers[.contentType],
                limits: limits
            )
            parser?.expect(announced)
            for try await chunk in request.body {
                try share.take(chunk.readableBytes)
                try parser?.receive(chunk.readableBytesView)
            }
            try parser?.finish()
            return parser?.parts ?? []
        } catch let error as UploadError {
            // The original looks at each part as it comes: what is wrong with one is said before
            // what is wrong after it.
            let parts = (parser?.parts ?? []) + [parser?.unfinished].compactMap(\.self)
            if error.isOfPart, let fault = NotaryService.fault(in: parts) {
                throw .service(fault)
            }
            throw .upload(error)
        } catch {
            throw .connection(error)
        }
    }
}
