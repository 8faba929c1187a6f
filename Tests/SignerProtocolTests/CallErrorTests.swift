import GRPCCore
import SignerProtocol
import Testing

@Suite("Errors of calls to a signer")
struct CallErrorTests {
    @Test(
        "are spelled as Go's gRPC spells them",
        arguments: [
            (RPCError.Code.notFound, "NotFound"),
            (.internalError, "Internal"),
            (.unknown, "Unknown"),
            (.unavailable, "Unavailable"),
            (.deadlineExceeded, "DeadlineExceeded"),
            (.cancelled, "Canceled"),
            (.invalidArgument, "InvalidArgument"),
            (.unimplemented, "Unimplemented"),
        ]
    )
    func words(code: RPCError.Code, name: String) {
        #expect(
            CallError(code, "key ab not found").description
                == "rpc error: code = \(name) desc = key ab not found"
        )
    }

    @Test("keep the reasons that the library gives")
    func causes() {
        struct Cause: Error, CustomStringConvertible {
            let description = "refused"
        }
        let error = RPCError(code: .unavailable, message: "no connection", cause: Cause())
        #expect(CallError(error) == CallError(.unavailable, "no connection: refused"))
        #expect(CallError(Cause()) == CallError(.unavailable, "refused"))
    }
}
