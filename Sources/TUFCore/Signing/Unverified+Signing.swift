extension Unverified {
    /// The canonical bytes of `signed`, to sign them once more.
    func canonicalSigned() throws(SigningError) -> [UInt8] {
        do {
            return try JSONDocument(parsing: rawBytes, limits: .untrustedMetadata)
                .root["signed"]?
                .canonicalBytes() ?? []
        } catch {
            throw .notCanonical(error)
        }
    }
}
