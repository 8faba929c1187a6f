/// The state of a service (`grpc.health.v1.HealthCheckResponse.ServingStatus`).
package enum ServingStatus: UInt64, Sendable {
    case unknown
    case serving
    case notServing
    case serviceUnknown
}

extension ServingStatus: CustomStringConvertible {
    /// As the protocol spells it.
    package var description: String {
        switch self {
        case .unknown: "UNKNOWN"
        case .serving: "SERVING"
        case .notServing: "NOT_SERVING"
        case .serviceUnknown: "SERVICE_UNKNOWN"
        }
    }
}
