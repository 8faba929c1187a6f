/// The escapes that Go's serialiser adds to what is already JSON: `<`, `>`, `&`, U+2028, U+2029.
///
/// In canonical JSON these can stand only inside strings, so that the bytes can be escaped as they
/// are, without parsing.
enum HTMLEscaping {
    static func escaped(_ json: [UInt8]) -> [UInt8] {
        guard json.contains(where: mayStartEscaped) else { return json }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(json.count + json.count / 16)
        var index = 0
        while index < json.count {
            if let (escape, length) = escape(at: index, of: json) {
                escaped += Array(escape.utf8)
                index += length
            } else {
                escaped.append(json[index])
                index += 1
            }
        }
        return escaped
    }

    /// Most files have no such byte.
    private static func mayStartEscaped(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
            || byte == 0xE2
    }

    private static func escape(at index: Int, of json: [UInt8]) -> (String, Int)? {
        switch json[index] {
        case UInt8(ascii: "<"): return (#"\u003c"#, 1)
        case UInt8(ascii: ">"): return (#"\u003e"#, 1)
        case UInt8(ascii: "&"): return (#"\u0026"#, 1)
        case 0xE2 where index + 2 < json.count && json[index + 1] == 0x80:
            if json[index + 2] == 0xA8 { return (#"\u2028"#, 3) }
            return json[index + 2] == 0xA9 ? (#"\u2029"#, 3) : nil
        default: return nil
        }
    }
}
