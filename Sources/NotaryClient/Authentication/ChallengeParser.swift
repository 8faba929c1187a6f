/// Reads the list of challenges in one `WWW-Authenticate` header (RFC 7235, 4.1 and appendix C).
///
/// The `token68` form is not read: no scheme used with trust servers has it, and a parameter
/// without a value would look like one.
struct ChallengeParser {
    private let header: String
    private let bytes: [UInt8]
    private var position = 0

    init(_ header: String) {
        self.header = header
        bytes = Array(header.utf8)
    }

    mutating func challenges() throws(ChallengeError) -> [AuthenticationChallenge] {
        var found: [AuthenticationChallenge] = []
        skipSeparators()
        repeat {
            found.append(try challenge())
            skipSeparators()
        } while position < bytes.count
        return found
    }

    private mutating func challenge() throws(ChallengeError) -> AuthenticationChallenge {
        let scheme = token()
        guard !scheme.isEmpty else { throw .schemeMissing(header: header) }
        var parameters: [String: String] = [:]
        skipBlanks()
        while let name = try parameterName(isFirst: parameters.isEmpty) {
            let value = try parameterValue(of: name)
            guard parameters.updateValue(value, forKey: name) == nil else {
                throw .duplicateParameter(name, header: header)
            }
            try endParameter()
        }
        return AuthenticationChallenge(scheme: scheme.lowercased(), parameters: parameters)
    }

    /// The next parameter's name, or nil where the next challenge starts or the header ends.
    private mutating func parameterName(isFirst: Bool) throws(ChallengeError) -> String? {
        let start = position
        let name = token()
        guard !name.isEmpty else { return nil }
        skipBlanks()
        if position < bytes.count, bytes[position] == UInt8(ascii: "=") {
            position += 1
            return name.lowercased()
        }
        if isFirst { throw .valueMissing(parameter: name, header: header) }
        position = start
        return nil
    }

    private mutating func parameterValue(of name: String) throws(ChallengeError) -> String {
        skipBlanks()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
            let value = token()
            guard !value.isEmpty else { throw .valueMissing(parameter: name, header: header) }
            return value
        }
        position += 1
        return try quotedString(of: name)
    }

    private mutating func quotedString(of name: String) throws(ChallengeError) -> String {
        var value: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: value, as: UTF8.self) }
            if byte == UInt8(ascii: "\\"), position < bytes.count {
                value.append(bytes[position])
                position += 1
            } else {
                value.append(byte)
            }
        }
        throw .unterminatedQuote(parameter: name, header: header)
    }

    private mutating func endParameter() throws(ChallengeError) {
        skipBlanks()
        guard position < bytes.count else { return }
        guard bytes[position] == UInt8(ascii: ",") else {
            throw .separatorMissing(offset: position, header: header)
        }
        skipSeparators()
    }

    private mutating func token() -> String {
        let start = position
        while position < bytes.count, Self.isTokenByte(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func skipBlanks() {
        while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    }

    private mutating func skipSeparators() {
        while position < bytes.count,
            Self.isBlank(bytes[position]) || bytes[position] == UInt8(ascii: ",")
        {
            position += 1
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
