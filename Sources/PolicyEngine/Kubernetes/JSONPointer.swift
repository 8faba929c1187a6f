/// A place in a JSON document (RFC 6901).
public struct JSONPointer: Hashable, Sendable {
    /// Member names and array indices from the root.
    public let tokens: [String]

    /// The place these member names and indices lead to.
    public init(_ tokens: [String] = []) { self.tokens = tokens }

    /// `/spec/containers/0/image`, with `~` and `/` in names escaped.
    public var text: String {
        tokens.map { "/" + Self.escaped($0) }.joined()
    }

    /// The place one member or element further in.
    ///
    /// - Parameter token: a member name or an index.
    /// - Returns: the longer pointer.
    public func appending(_ token: String) -> JSONPointer { JSONPointer(tokens + [token]) }

    private static func escaped(_ token: String) -> String {
        var text = ""
        for scalar in token.unicodeScalars {
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension JSONPointer: CustomStringConvertible {
    /// As people write it, `spec.containers[0].image`; the document itself is `object`.
    public var description: String {
        guard !tokens.isEmpty else { return "object" }
        return tokens.reduce(into: "") { text, token in
            if !token.isEmpty && token.utf8.allSatisfy(\.isDigit) {
                text += "[\(token)]"
            } else {
                text += text.isEmpty ? token : ".\(token)"
            }
        }
    }
}
