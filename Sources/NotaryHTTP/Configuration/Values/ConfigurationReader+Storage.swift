/// Where everything is kept, in the words of both of the original's programs.
extension ConfigurationReader {
    private static var backEnds: String {
        "`memory` or `sqlite`, the back ends that this version has"
    }

    /// `storage`.
    mutating func storage(_ keys: StorageKeys<Key>) -> StorageConfiguration? {
        if case .option(let option)? = source.setting(keys.data)?.origin {
            return folder(keys, givenBy: option)
        }
        switch required(keys.backEnd, expected: Self.backEnds) {
        case nil: return nil
        case "memory"?: return .memory
        case "sqlite"?: return sqlite(keys)
        case let backEnd?:
            if ["mysql", "postgres"].contains(backEnd) {
                _ = required(keys.databaseURL, expected: "the address of the database")
            }
            note(keys.backEnd, expected: Self.backEnds, found: backEnd)
            return nil
        }
    }

    /// `--data` stands for the embedded back end, so the file must not ask for another one.
    private mutating func folder(
        _ keys: StorageKeys<Key>,
        givenBy option: String
    ) -> StorageConfiguration? {
        let backEnd = text(keys.backEnd, expected: Self.backEnds)
        if let backEnd, backEnd != "sqlite" {
            note(keys.backEnd, expected: "`sqlite` beside `\(option)`", found: backEnd)
        }
        return sqlite(keys)
    }

    private mutating func sqlite(_ keys: StorageKeys<Key>) -> StorageConfiguration? {
        let expected = "a folder for the database"
        guard let path = path(keys.data, expected: expected) else {
            _ = required(keys.data, expected: expected)
            return nil
        }
        return .sqlite(folder: path)
    }
}
