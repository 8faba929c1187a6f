package import GRPCCore

/// The methods of a signer, by the names in `proto/signer.proto` and gRPC's health protocol.
package enum SignerMethod {
    package static let createKey = method("proto.KeyManagement", "CreateKey")
    package static let deleteKey = method("proto.KeyManagement", "DeleteKey")
    package static let getKeyInfo = method("proto.KeyManagement", "GetKeyInfo")
    package static let sign = method("proto.Signer", "Sign")
    package static let checkHealth = method("grpc.health.v1.Health", "Check")

    private static func method(_ service: String, _ name: String) -> MethodDescriptor {
        MethodDescriptor(fullyQualifiedService: service, method: name, type: .unary)
    }
}
