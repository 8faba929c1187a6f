import TUFCore

/// Knows on which line each byte of a JSON text stands.
struct JSONLines {
    private let newlines: [Int]

    init(_ bytes: [UInt8]) {
        newlines = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
    }

    /// The line of the byte at `offset`, from 1.
    func line(at offset: Int) -> Int {
        var (low, high) = (0, newlines.count)
        while low < high {
            let middle = (low + high) / 2
            if newlines[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }

    /// The value as a manifest has it.
    func value(of json: JSONValue) -> ManifestValue {
        ManifestValue(content: content(of: json), line: line(at: json.byteRange.lowerBound))
    }

    private func content(of json: JSONValue) -> ManifestValue.Content {
        switch json.kind {
        case .object: .object(json.members.map { ($0.name, value(of: $0.value)) })
        case .array: .array(json.elements.map { value(of: $0) })
        case .string: .string(json.string ?? "")
        case .integer: .number(json.integer.map(String.init) ?? "")
        case .decimal: .number("decimal")
        case .boolean: .boolean(json.boolean ?? false)
        case .null: .null
        }
    }
}
