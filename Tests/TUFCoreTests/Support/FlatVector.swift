import Foundation
import Testing

@testable import TUFCore

/// One case of a flat vector file: lines `key: value`; an empty line ends it.
struct FlatVector: Sendable, CustomTestStringConvertible {
    let fields: [String: String]

    var testDescription: String { fields["comment"] ?? "\(fields)" }

    /// The cases of `Vectors/PATH`.
    static func all(in path: String) throws -> [FlatVector] {
        let file = try #require(Bundle.module.url(forResource: "Vectors", withExtension: nil))
            .appending(path: path)
        let text = try String(contentsOf: file, encoding: .utf8)
        return text.components(separatedBy: "\n\n").filter { !$0.isEmpty }.map(FlatVector.init)
    }

    private init(_ block: String) {
        var fields: [String: String] = [:]
        for line in block.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            fields[String(parts[0])] = String(parts[1].dropFirst())
        }
        self.fields = fields
    }

    /// A field that must be there.
    subscript(_ key: String) -> String {
        get throws { try #require(fields[key], "no `\(key)`") }
    }

    /// The bytes of field `KEY-hex`, or of the text of field `KEY`.
    func bytes(_ key: String) throws -> [UInt8] {
        if let hex = fields["\(key)-hex"] { return try #require(Hex.decode(hex)) }
        return Array(try self[key].utf8)
    }
}
