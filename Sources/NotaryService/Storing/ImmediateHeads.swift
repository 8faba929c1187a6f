public import TUFCore

/// A store that can often say what is current without waiting.
public protocol ImmediateHeads: MetadataStore {
    /// What ``MetadataStore/head(of:)`` returns now, or that only waiting can tell; must not block.
    func headAtOnce(of gun: GUN) -> HeadAtOnce
}
