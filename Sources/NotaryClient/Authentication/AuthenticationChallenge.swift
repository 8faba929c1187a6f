/// One challenge of a `WWW-Authenticate` header: a scheme and its parameters (RFC 7235, 4.1).
public struct AuthenticationChallenge: Hashable, Sendable {
    /// The authentication scheme, lower-cased, such as `bearer` or `basic`.
    public let scheme: String
    /// The parameters by lower-cased name, unquoted.
    public let parameters: [String: String]

    /// Makes a challenge from parts already taken from a header.
    public init(scheme: String, parameters: [String: String]) {
        self.scheme = scheme
        self.parameters = parameters
    }

    /// Reads the challenges of all `WWW-Authenticate` headers of a response, in their order.
    ///
    /// - Parameter headers: the header values, one element a header line.
    /// - Returns: no challenge when there is no header.
    /// - Throws: ``ChallengeError`` when a header is not a list of challenges.
    public static func challenges(
        in headers: [String]
    ) throws(ChallengeError) -> [AuthenticationChallenge] {
        var all: [AuthenticationChallenge] = []
        for header in headers {
            var parser = ChallengeParser(header)
            all += try parser.challenges()
        }
        return all
    }
}
