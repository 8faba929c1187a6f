import Logging
import NIOCore

extension Listener {
    /// Says that connections are taken: in the log, and in the port file where there is one.
    func announce(boundTo bound: SocketAddress?, logger: Logger) {
        let port = bound?.port ?? address.port
        logger.notice(
            "listening on \(scheme)://\(ListenAddress(host: address.host, port: port))"
        )
        guard let portFile else { return }
        do {
            try PortFile.write(port: port, to: portFile)
        } catch {
            logger.error(
                "cannot write port file",
                metadata: ["file": "\(portFile)", "error": "\(error)"]
            )
        }
    }
}
