/// One block of PEM text (RFC 7468, and with the headers of RFC 1421).
package struct PEMBlock: Hashable, Sendable {
    /// What stands after `BEGIN`.
    package let label: String
    /// Lines `name: value` before the empty line, as they are.
    package let headers: [String]
    /// What the Base64 text stands for.
    package let bytes: [UInt8]

    package init(label: String, headers: [String] = [], bytes: [UInt8]) {
        self.label = label
        self.headers = headers
        self.bytes = bytes
    }

    /// The blocks of a text in their order; what stands outside of blocks is passed over.
    ///
    /// - Throws: ``CryptoError/malformedPEM(_:)`` when a block does not end, or is not Base64.
    package static func blocks(in text: String) throws(CryptoError) -> [PEMBlock] {
        var blocks: [PEMBlock] = []
        var open: (label: String, lines: [String])?
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let line = trimmed(line)
            if let current = open {
                if line == "-----END \(current.label)-----" {
                    blocks.append(try PEMBlock(label: current.label, lines: current.lines))
                    open = nil
                } else if line.hasPrefix("-----") {
                    throw .malformedPEM("block `\(current.label)` does not end")
                } else {
                    open?.lines.append(line)
                }
            } else if line.hasPrefix("-----BEGIN "), line.hasSuffix("-----"), line.utf8.count > 16 {
                open = (String(line.dropFirst(11).dropLast(5)), [])
            }
        }
        if let open { throw .malformedPEM("block `\(open.label)` does not end") }
        return blocks
    }

    private init(label: String, lines: [String]) throws(CryptoError) {
        var body = lines[...]
        var headers: [String] = []
        if body.first?.contains(":") == true {
            headers = Array(body.prefix { !$0.isEmpty })
            body = body.dropFirst(headers.count + 1)
        }
        guard let bytes = Base64.decode(body.joined()), !bytes.isEmpty else {
            throw .malformedPEM("block `\(label)` is not Base64")
        }
        self.init(label: label, headers: headers, bytes: bytes)
    }

    private static func trimmed(_ line: Substring.UTF8View) -> String {
        var line = line
        while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D {
            line.removeLast()
        }
        return String(decoding: line, as: UTF8.self)
    }

    /// The block as text, 64 characters a line, with a line break at the end.
    package var text: String {
        var text = "-----BEGIN \(label)-----\n"
        if !headers.isEmpty { text += headers.joined(separator: "\n") + "\n\n" }
        var rest = Base64.encode(bytes)[...]
        while !rest.isEmpty {
            text += rest.prefix(64) + "\n"
            rest = rest.dropFirst(64)
        }
        return text + "-----END \(label)-----\n"
    }
}
