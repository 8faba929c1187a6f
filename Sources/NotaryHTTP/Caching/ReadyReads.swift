import HTTPService
import NotaryService
import TUFCore

/// Answers reads of metadata files that are ready, where no token has to be looked at first.
struct ReadyReads: ReadyResponder {
    let files: ReadyFiles
    let service: NotaryService
    let log: RequestLog
    let now: @Sendable () -> UTCTime

    func answer(
        _ method: ReadyMethod,
        _ target: String,
        requestBytes: Int
    ) -> (ReadyAnswer, RequestID)? {
        let start = ContinuousClock.now
        guard let ready = files[target], let answer = ready.answer,
            service.holdsAtOnce(ready.mark, now: now())
        else { return nil }
        let id = RequestID()
        log.note(
            RequestLog.Entry(
                method: method.rawValue,
                path: target,
                operation: ready.operation,
                status: 200,
                duration: ContinuousClock.now - start,
                requestBytes: requestBytes,
                responseBytes: method == .head ? 0 : answer.bodyBytes
            )
        ) {
            Requester(id: id)
        }
        return (answer, id)
    }

    func date(secondsSince1970 seconds: Int) -> String {
        HTTPDate.text(UTCTime(seconds: seconds))
    }
}
