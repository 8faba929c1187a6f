import TUFCore

/// What the last part of a metadata path asks for: `ROLE.HASH.json`, `VERSION.ROLE.json` or
/// `ROLE.json`, tried in this order.
///
/// A role here is `root`, `snapshot`, `timestamp` or `targets(/[^/\s]+)*`: wider than the names a
/// role can have, so that an impossible one is still a route, under which nothing is found.
enum RoleFileName: Hashable, Sendable {
    case hash(role: String, hex: String)
    case version(digits: String, role: String)
    case current(role: String)

    /// Tries one form; nil when `name` does not have it.
    static func hash(_ name: ArraySlice<UInt8>) -> RoleFileName? {
        guard let stem = stem(name), let dot = stem.lastIndex(of: dot) else { return nil }
        let hex = stem[(dot + 1)...]
        guard [64, 96, 128].contains(hex.count), hex.allSatisfy(isHexDigit) else { return nil }
        return role(stem[..<dot]).map { .hash(role: $0, hex: String(decoding: hex, as: UTF8.self)) }
    }

    static func version(_ name: ArraySlice<UInt8>) -> RoleFileName? {
        guard let stem = stem(name), let dot = stem.firstIndex(of: dot) else { return nil }
        let digits = stem[..<dot]
        guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return nil }
        return role(stem[(dot + 1)...])
            .map {
                .version(digits: String(decoding: digits, as: UTF8.self), role: $0)
            }
    }

    static func current(_ name: ArraySlice<UInt8>) -> RoleFileName? {
        stem(name).flatMap(role).map { .current(role: $0) }
    }

    private static let dot = UInt8(ascii: ".")
    private static let extensionBytes = Array(".json".utf8)
    private static let topLevel = ["root", "targets", "snapshot", "timestamp"]

    private static func stem(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        name.suffix(extensionBytes.count).elementsEqual(extensionBytes)
            ? name.dropLast(extensionBytes.count) : nil
    }

    private static func role(_ bytes: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        if topLevel.contains(text) { return text }
        let segments = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard segments.count > 1, segments[0].elementsEqual("targets".utf8),
            segments.dropFirst().allSatisfy({ !$0.isEmpty && !$0.contains(where: isSpace) })
        else { return nil }
        return text
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        [0x09, 0x0a, 0x0c, 0x0d, 0x20].contains(byte)
    }
}
