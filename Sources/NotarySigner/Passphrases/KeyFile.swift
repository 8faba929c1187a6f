import TUFCore

/// A file of mode 0600 with the passphrase of the kept keys, for servers told no other.
public struct KeyFile: Sendable {
    /// The alias that keys under this passphrase are kept under.
    public static let alias = "keyfile"

    /// 32 random bytes in base64, used as text.
    let passphrase: [UInt8]

    /// Reads the file; makes it with fresh random bytes where there is none.
    ///
    /// Of two processes that make it at once both get the same passphrase.
    ///
    /// - Parameter path: the file; its folder must exist.
    /// - Throws: ``KeyFileError``.
    public init(path: String) throws(KeyFileError) {
        if let found = try PrivateFile.read(path) {
            passphrase = try Self.checked(found, path: path)
            return
        }
        let fresh = Array(Base64.encode(EncryptedBox.randomBytes(count: 32)).utf8)
        try PrivateFile.createUnlessThere(path, bytes: fresh + [UInt8(ascii: "\n")])
        guard let stored = try PrivateFile.read(path) else {
            throw .system(path: path, reason: "it vanished while it was being made")
        }
        passphrase = try Self.checked(stored, path: path)
    }

    /// The file at `path`; nil where there is none.
    ///
    /// - Throws: ``KeyFileError``.
    public static func existing(path: String) throws(KeyFileError) -> KeyFile? {
        guard let found = try PrivateFile.read(path) else { return nil }
        return KeyFile(passphrase: try checked(found, path: path))
    }

    private init(passphrase: [UInt8]) {
        self.passphrase = passphrase
    }

    private static func checked(
        _ bytes: [UInt8],
        path: String
    ) throws(KeyFileError) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard text.count == 1, Base64.decode(String(text[0]))?.count == 32 else {
            throw .malformed(path: path)
        }
        return Array(text[0].utf8)
    }
}
