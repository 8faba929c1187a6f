import Hummingbird
import NotaryService
import TUFCore

extension NotaryHandlers {
    /// GET of a metadata file, or word that the client has it already.
    func file(
        _ asked: FileRequest,
        _ request: Request
    ) async throws(RequestFailure) -> Response {
        do {
            let file = try await sentFile(asked, target: request.head.path ?? "")
            switch Preconditions(request.headers).verdict(for: file) {
            case .modified: return file.response
            case .notModified: return file.notModified
            case .notModifiedIfAlone:
                let isAlone = try await asked.isAlone(file, in: service)
                return isAlone ? file.notModified : file.response
            }
        } catch {
            throw .service(error)
        }
    }

    /// The file that is ready, if its repository has not changed since it was read; else the file
    /// from the store.
    private func sentFile(
        _ asked: FileRequest,
        target: String
    ) async throws(NotaryServiceError) -> SentFile {
        if let ready = readyFiles[target], try await service.holds(ready.mark, now: now()) {
            return ready.file
        }
        let head = try await service.head(of: asked.gun)
        let stored = try await asked.file(from: service, now: now())
        let file = SentFile(stored, caching.policy(of: asked))
        let current = asked.selection == .current ? asked.role : nil
        if let head, let mark = service.mark(head: head, of: asked.gun, current: current) {
            let ready = ReadyFile(file, mark: mark, operation: asked.operation)
            readyFiles.keep(ready, for: target)
        }
        return file
    }
}
