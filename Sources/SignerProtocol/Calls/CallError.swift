package import GRPCCore

/// Why a call failed, as told by the other side or by the way there.
package struct CallError: Error, Hashable, Sendable {
    package let code: RPCError.Code
    package let message: String

    package init(_ code: RPCError.Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// What the gRPC library threw, with the reasons it gives for it.
    package init(_ error: any Error) {
        guard let error = error as? RPCError else {
            self.init(.unavailable, "\(error)")
            return
        }
        let cause = error.cause.map { ": \($0)" } ?? ""
        self.init(error.code, error.message + cause)
    }
}

extension CallError: CustomStringConvertible {
    /// In the words of Go's gRPC, which Notary hands through to its clients.
    package var description: String {
        "rpc error: code = \(codeName) desc = \(message)"
    }

    private var codeName: String {
        switch code {
        case .cancelled: "Canceled"
        case .internalError: "Internal"
        default: code.description.prefix(1).uppercased() + code.description.dropFirst()
        }
    }
}
