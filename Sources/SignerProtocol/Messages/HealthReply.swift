/// Whether a service is up (`grpc.health.v1.HealthCheckResponse`).
package struct HealthReply: WireMessage {
    /// The number of the status; ``status`` is its meaning.
    private var number: UInt64 = 0

    package init() {}

    package init(status: ServingStatus) {
        number = status.rawValue
    }

    /// What the answer says; a number this protocol does not have means nothing.
    package var status: ServingStatus { ServingStatus(rawValue: number) ?? .unknown }

    package mutating func read(_ field: WireField) throws(WireError) {
        if field.number == 1 { field.read(into: &number) }
    }

    package func write(to writer: inout WireWriter) {
        writer.write(number, field: 1)
    }
}
