public import TUFCore

/// A store that says what is current without waiting, because nobody else writes to it.
public protocol ImmediateHeads: MetadataStore {
    /// What ``MetadataStore/head(of:)`` returns; must not block.
    func headAtOnce(of gun: GUN) -> Digest?
}
