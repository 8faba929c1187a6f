extension ServerConfigurationReader {
    private static let backEnds = "`memory` or `sqlite`, the back ends that this version has"

    /// `storage`.
    mutating func storage() -> StorageConfiguration? {
        if case .option(let option)? = settings.source.setting(.data)?.origin {
            return folder(givenBy: option)
        }
        switch settings.required(.backEnd, expected: Self.backEnds) {
        case nil: return nil
        case "memory"?: return .memory
        case "sqlite"?: return sqlite()
        case let backEnd?:
            if ["mysql", "postgres"].contains(backEnd) {
                _ = settings.required(.databaseURL, expected: "the address of the database")
            }
            settings.note(.backEnd, expected: Self.backEnds, found: backEnd)
            return nil
        }
    }

    /// `--data` stands for the embedded back end, so the file must not ask for another one.
    private mutating func folder(givenBy option: String) -> StorageConfiguration? {
        let backEnd = settings.text(.backEnd, expected: Self.backEnds)
        if let backEnd, backEnd != "sqlite" {
            settings.note(.backEnd, expected: "`sqlite` beside `\(option)`", found: backEnd)
        }
        return sqlite()
    }

    private mutating func sqlite() -> StorageConfiguration? {
        let expected = "a folder for the database"
        guard let path = settings.path(.data, expected: expected) else {
            _ = settings.required(.data, expected: expected)
            return nil
        }
        return .sqlite(folder: path)
    }
}
