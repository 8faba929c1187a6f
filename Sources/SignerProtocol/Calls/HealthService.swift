/// The names under which a signer's parts answer health checks.
package enum HealthService: String, CaseIterable, Sendable {
    case keyManagement = "grpc.health.v1.Health.KeyManagement"
    case signer = "grpc.health.v1.Health.Signer"
    case overall = ""
}
