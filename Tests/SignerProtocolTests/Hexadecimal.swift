/// Bytes from and to pairs of hexadecimal digits.
enum Hexadecimal {
    static func bytes(_ text: String) -> [UInt8] {
        stride(from: 0, to: text.utf8.count, by: 2)
            .compactMap { offset in
                UInt8(text.dropFirst(offset).prefix(2), radix: 16)
            }
    }

    static func text(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
