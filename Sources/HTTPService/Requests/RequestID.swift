public import HTTPTypes
public import Hummingbird

/// What ties together the log lines of one request, here and at whoever passed it on.
public struct RequestID: Hashable, Sendable, CustomStringConvertible {
    /// The header field that brings it and takes it back.
    public static let field = HTTPField.Name("X-Request-ID")

    /// As it stands in logs and in the answer.
    public let description: String

    /// The one that came with the request if it is sane, else the one given.
    ///
    /// Sane are up to 128 letters, digits, dots, dashes and underscores of ASCII.
    public init(of request: Request, else made: String) {
        let given = Self.field.flatMap { request.headers[$0] }
        description = given.flatMap { Self.isSane($0) ? $0 : nil } ?? made
    }

    /// One for a request that no task was made for, of the same making as those of the others.
    public init() {
        description = "\(Hummingbird.RequestID())"
    }

    /// Tells the client.
    public func add(to response: inout Response) {
        guard let field = Self.field else { return }
        response.headers[field] = description
    }

    private static func isSane(_ text: String) -> Bool {
        (1...128).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
                    UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
