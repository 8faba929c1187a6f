// expect: initializer is inaccessible due to 'fileprivate' protection level
import TUFCore

func forge(_ root: Root, bytes: [UInt8]) -> Verified<Root> {
    Verified(payload: root, role: .root, signers: [], rawBytes: bytes)
}
