import Hummingbird

/// Answers `GET /slow` with `done`, once a test lets it.
struct SlowRouter: Sendable {
    private let started = AsyncStream.makeStream(of: Void.self)
    private let released = AsyncStream.makeStream(of: Void.self)

    var router: Router<BasicRequestContext> {
        let router = Router()
        let (started, released) = (started, released)
        router.get("slow") { _, _ in
            started.continuation.finish()
            for await _ in released.stream {}
            return "done"
        }
        return router
    }

    /// Waits until a request is there.
    func isAsked() async {
        for await _ in started.stream {}
    }

    /// Lets it have its answer.
    func release() {
        released.continuation.finish()
    }
}
