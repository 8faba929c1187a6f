/// What an update begins from.
public enum UpdateBeginning: Sendable {
    /// A root trusted in an earlier update. It is the pin now: the chain from it decides.
    case known(TrustedRoot)
    /// Nothing yet: the newest root must meet the pin.
    case pin(TrustPin, rules: any RootKeyRules)
}
