/// Why a text is not the URL of a trust server or token realm.
public enum HTTPURLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Neither `http://` nor `https://`.
    case otherScheme(String)
    /// No host, or one that is not a name or an address.
    case noHost(String)
    /// A port that is not 1…65535.
    case badPort(String)
    /// A user name or password before the host; only the part with it is not repeated here.
    case userInformation(host: String)
    /// A `#` and what follows it.
    case fragment(String)
    /// A space, control character, backslash or character beyond ASCII.
    case forbiddenCharacter(String)

    /// The error in words.
    public var description: String {
        switch self {
        case .otherScheme(let text): "`\(text)` is not an http:// or https:// URL"
        case .noHost(let text): "`\(text)` names no host"
        case .badPort(let text): "`\(text)` has a port that is not 1 to 65535"
        case .userInformation(let host):
            "the URL of `\(host.split(separator: "@").last ?? "")` has a user name in it"
        case .fragment(let text): "`\(text)` has a fragment"
        case .forbiddenCharacter(let text): "`\(text)` has characters a URL cannot have"
        }
    }
}
