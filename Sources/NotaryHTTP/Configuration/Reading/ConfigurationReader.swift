import TUFCore

/// Reads settings as the types they must be, and keeps all that is wrong with them.
struct ConfigurationReader<Key: ConfigurationKey> {
    /// Where they come from.
    let source: ConfigurationSource<Key>
    /// What was wrong until now.
    private(set) var faults: [ConfigurationFault] = []

    /// A reader that has read nothing.
    init(_ source: ConfigurationSource<Key>) {
        self.source = source
    }

    /// Text, or a number or truth value as text, as viper does it; nil when there is none.
    mutating func text(_ key: Key, expected: String = "a text") -> String? {
        guard let setting = setting(key, expected: expected) else { return nil }
        guard let text = Self.text(setting.value) else {
            note(key, expected: expected, found: "a list")
            return nil
        }
        return text.isEmpty ? nil : text
    }

    /// Text that must be there.
    mutating func required(_ key: Key, expected: String) -> String? {
        if let text = text(key, expected: expected) { return text }
        let isNoted = faults.contains {
            $0.key == key.rawValue || key.rawValue.hasPrefix($0.key + ".")
        }
        if !isNoted { note(key, expected: expected) }
        return nil
    }

    /// What `parse` makes of a text; when that is nothing, the text is not what was expected.
    mutating func parsed<Value>(
        _ key: Key,
        expected: String,
        _ parse: (String) -> Value?
    ) -> Value? {
        guard let text = text(key, expected: expected) else { return nil }
        if let value = parse(text) { return value }
        note(key, expected: expected, found: text)
        return nil
    }

    /// Texts: a list, or one text whose words they are.
    mutating func list(_ key: Key, expected: String) -> [String]? {
        guard let setting = setting(key, expected: expected) else { return nil }
        guard case .array(let elements) = setting.value else {
            return Self.text(setting.value)?.split(whereSeparator: \.isWhitespace).map(String.init)
        }
        let texts = elements.compactMap(Self.text)
        guard texts.count == elements.count else {
            note(key, expected: expected, found: "a list of other things")
            return nil
        }
        return texts
    }

    /// Yes or no.
    mutating func boolean(_ key: Key) -> Bool? {
        parsed(key, expected: "true or false") { Bool($0.lowercased()) }
    }

    /// The path of a file: one in the file or the environment is relative to the file's folder.
    mutating func path(_ key: Key, expected: String) -> String? {
        guard let path = text(key, expected: expected) else { return nil }
        if case .option = source.setting(key)?.origin { return path }
        return source.file.resolved(path)
    }

    /// Notes that a key does not say what was expected.
    mutating func note(_ key: Key, expected: String, found: String? = nil) {
        let origin: String? =
            switch source.setting(key)?.origin {
            case .option(let name)?: name
            case .variable(let name)?: name
            case .file?, nil: nil
            }
        faults.append(
            ConfigurationFault(
                file: source.file.path,
                key: key.rawValue,
                expected: expected,
                found: found,
                origin: found == nil ? nil : origin
            )
        )
    }

    /// The setting of a key; notes where a table stands for a value or the other way about.
    private mutating func setting(
        _ key: Key,
        expected: String
    ) -> ConfigurationSource<Key>.Setting? {
        if let setting = source.setting(key) { return setting }
        if source.file.tree.tables.contains(key.rawValue) {
            note(key, expected: expected, found: "a table")
            return nil
        }
        var parent = key.rawValue[...]
        while let dot = parent.lastIndex(of: ".") {
            parent = parent[..<dot]
            if let value = source.file.tree.values[String(parent)] { noteNoTable(parent, value) }
        }
        return nil
    }

    private mutating func noteNoTable(_ key: Substring, _ value: JSON) {
        let fault = ConfigurationFault(
            file: source.file.path,
            key: String(key),
            expected: "a table",
            found: Self.text(value) ?? "a list"
        )
        if !faults.contains(fault) { faults.append(fault) }
    }

    private static func text(_ value: JSON) -> String? {
        switch value {
        case .string(let text), .decimal(let text): text
        case .integer(let number): "\(number)"
        case .boolean(let isTrue): "\(isTrue)"
        case .object, .array, .null: nil
        }
    }
}
