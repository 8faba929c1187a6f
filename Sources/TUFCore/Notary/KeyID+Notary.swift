extension KeyID {
    /// An id as Notary compares it: letter for letter, so in lower case; nil for any other text.
    init?(notary text: String) {
        guard let id = try? KeyID(text), id.hex == text else { return nil }
        self = id
    }
}
