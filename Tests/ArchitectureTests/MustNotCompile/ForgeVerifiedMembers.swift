// expect: incorrect argument labels in call
import TUFCore

func forge(_ root: Root, bytes: [UInt8]) -> Verified<Root> {
    Verified(payload: root, role: .root, signers: [], rawBytes: bytes)
}
