import HTTPService

extension NotaryResponder {
    /// The listeners as services: the main one, and that of the metrics where they have their own.
    ///
    /// - Throws: ``ListenerError``.
    func servers(
        on listener: Listener,
        metrics: Listener?
    ) throws(ListenerError) -> [HTTPServer] {
        let main = try HTTPServer(
            listener: listener,
            responder: self,
            ready: ready,
            registry: handlers.registry,
            logger: log.logger
        )
        guard let metrics else { return [main] }
        let side = try HTTPServer(
            operations: metrics,
            readiness: handlers.readiness,
            registry: handlers.registry,
            logger: log.logger
        )
        return [main, side]
    }
}
