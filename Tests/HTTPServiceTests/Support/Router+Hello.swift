import Hummingbird

extension Router where Context == BasicRequestContext {
    /// Answers `GET /` with `hello`.
    static var hello: Router {
        let router = Router()
        router.get("/") { _, _ in "hello" }
        return router
    }
}
