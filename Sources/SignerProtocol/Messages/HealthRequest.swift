/// Asks whether a service is up (`grpc.health.v1.HealthCheckRequest`).
package struct HealthRequest: WireMessage {
    /// The service by the name it is registered under; empty for the whole server.
    package var service = ""

    package init() {}

    package init(service: String) {
        self.service = service
    }

    package mutating func read(_ field: WireField) throws(WireError) {
        if field.number == 1 { try field.read(into: &service) }
    }

    package func write(to writer: inout WireWriter) {
        writer.write(service, field: 1)
    }
}
