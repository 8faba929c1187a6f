/// Makes canonical JSON, whose strings may hold control characters, into JSON.
enum ControlEscaping {
    static func escaped(_ canonical: [UInt8]) -> [UInt8] {
        guard canonical.contains(where: { $0 < 0x20 }) else { return canonical }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(canonical.count + 64)
        for byte in canonical {
            if byte < 0x20 {
                escaped += Array(#"\u00"#.utf8) + Array(Hex.encode([byte]).utf8)
            } else {
                escaped.append(byte)
            }
        }
        return escaped
    }
}
