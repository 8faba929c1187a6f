import TUFCore

extension Key {
    /// The same P-256 key with its point compressed: other bytes and so another id.
    func compressed() -> Key {
        let point = publicBytes.suffix(64)
        let prefix: UInt8 = (point.last ?? 0) % 2 == 0 ? 2 : 3
        let header = Hex.decode("3039301306072a8648ce3d020106082a8648ce3d030107032200") ?? []
        return Key(notary: type, publicBytes: header + [prefix] + point.prefix(32))
    }
}
