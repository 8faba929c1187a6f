public import NotaryService

/// The passphrases that open the kept keys, each under an alias.
public struct Passphrases: Sendable {
    /// The prefix of the environment variables, notary-signer's own.
    public static let variablePrefix = "NOTARY_SIGNER_"

    /// The alias that new keys are kept under.
    public let defaultAlias: String
    private let byAlias: [String: [UInt8]]

    /// Those of the environment: alias `one` is `NOTARY_SIGNER_ONE`.
    ///
    /// - Parameters:
    ///   - environment: the process's variables.
    ///   - defaultAlias: the alias for new keys; its passphrase must be there.
    ///   - keyFile: holds the passphrase of alias ``KeyFile/alias``, if there is one.
    /// - Throws: ``SigningServiceError/missingPassphrase(alias:)``.
    public init(
        environment: [String: String],
        defaultAlias: String = "default",
        keyFile: KeyFile? = nil
    ) throws(SigningServiceError) {
        var byAlias = Self.byAlias(in: environment)
        if let keyFile { byAlias[KeyFile.alias] = keyFile.passphrase }
        guard byAlias[defaultAlias.lowercased()] != nil else {
            throw .missingPassphrase(alias: defaultAlias)
        }
        self.byAlias = byAlias
        self.defaultAlias = defaultAlias
    }

    /// That of a key file for new keys, and those of the environment for older ones.
    ///
    /// - Parameters:
    ///   - keyFile: holds the passphrase of alias ``KeyFile/alias``.
    ///   - environment: the process's variables.
    public init(keyFile: KeyFile, environment: [String: String] = [:]) {
        var byAlias = Self.byAlias(in: environment)
        byAlias[KeyFile.alias] = keyFile.passphrase
        self.byAlias = byAlias
        defaultAlias = KeyFile.alias
    }

    /// A random one that nobody knows, for keys that end with the process.
    public static func ephemeral() -> Passphrases {
        Passphrases(
            byAlias: ["ephemeral": EncryptedBox.randomBytes(count: 32)],
            defaultAlias: "ephemeral"
        )
    }

    private init(byAlias: [String: [UInt8]], defaultAlias: String) {
        self.byAlias = byAlias
        self.defaultAlias = defaultAlias
    }

    /// The passphrase of an alias, in whatever case the alias is written.
    func passphrase(of alias: String) throws(SigningServiceError) -> [UInt8] {
        guard let passphrase = byAlias[alias.lowercased()] else {
            throw .missingPassphrase(alias: alias)
        }
        return passphrase
    }

    private static func byAlias(in environment: [String: String]) -> [String: [UInt8]] {
        var byAlias: [String: [UInt8]] = [:]
        for (name, value) in environment where name.hasPrefix(variablePrefix) && !value.isEmpty {
            byAlias[name.dropFirst(variablePrefix.count).lowercased()] = Array(value.utf8)
        }
        return byAlias
    }
}
