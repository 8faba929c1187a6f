// expect: 'signature' is inaccessible due to 'package' protection level
import TUFCore

func sign(with key: PrivateKey) throws -> [UInt8] {
    try key.signature(scheme: .ed25519, over: [])
}
