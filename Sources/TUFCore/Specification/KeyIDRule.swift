/// Where the id of a TUF 1.0 key comes from.
public enum KeyIDRule: Sendable {
    /// TUF 4.3: clients must calculate each id; a key listed under another one is refused.
    case calculated
    /// The id it is listed under, for old roots made before that rule, such as sigstore's up to
    /// version 11. One public key still counts once, under however many ids.
    case asListed
}
