import HTTPService
import Hummingbird
import Logging
import NIOCore
import PolicyEngine
import TUFCore

/// Answers POST /admit.
///
/// A body that is no review is the caller's error, 400 or 413. Whatever a review asks is answered
/// with 200 and a decision, since the API server takes any other status for a broken webhook.
/// The content type is not looked at: the body is read as JSON or refused.
struct AdmitHandler: Sendable {
    let admission: Admission
    let metrics: AdmissionMetrics
    let logger: Logger

    func respond(to request: Request, id: HTTPService.RequestID) async -> Response {
        let start = ContinuousClock.now
        let limit = JSONLimits.admissionReview.maximumBytes
        let bytes: [UInt8]
        do {
            let buffer = try await request.body.collect(upTo: limit)
            bytes = Array(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            return refusal(id, .contentTooLarge, "a review has at most \(limit) bytes")
        } catch {
            return refusal(id, .badRequest, "the body did not arrive whole")
        }
        do {
            let review = try AdmissionReview(parsing: bytes)
            let timeout = request.uri.queryParameters["timeout"].map(String.init)
            let allowance = WebhookDeadline(timeout: timeout).allowance
            let decision = await admission.decision(on: review, within: allowance)
            metrics.count(decision, took: ContinuousClock.now - start)
            log(decision, on: review, id: id)
            return json(decision.response(to: review))
        } catch {
            return refusal(id, .badRequest, error.description)
        }
    }

    private func refusal(
        _ id: HTTPService.RequestID,
        _ status: HTTPResponse.Status,
        _ text: String
    ) -> Response {
        metrics.countMalformed()
        logger.warning(
            "not a review",
            metadata: ["request": "\(id)", "status": "\(status.code)", "reason": "\(text)"]
        )
        return Response(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n"))
        )
    }

    private func json(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    private func log(
        _ decision: AdmissionDecision,
        on review: AdmissionReview,
        id: HTTPService.RequestID
    ) {
        let request = review.request
        logger.log(
            level: decision.isAllowed ? .info : .notice,
            decision.isAllowed ? "allowed" : "denied",
            metadata: [
                "request": "\(id)",
                "uid": "\(request.uid)",
                "operation": "\(request.operation.rawValue)",
                "kind": "\(request.kind)",
                "namespace": "\(request.namespace ?? "")",
                "name": "\(request.name ?? "")",
                "user": "\(request.username)",
                "images": .array(decision.images.map { "\($0)" }),
                "reasons": .array(decision.reasons.map { "\($0)" }),
                "warnings": .array(decision.warnings.map { "\($0)" }),
            ]
        )
    }
}
