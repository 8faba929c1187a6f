extension ConfigurationSource {
    /// What is wrong with what a key names, as found out when it was used.
    func fault(_ key: Key, expected: String, found: String) -> ConfigurationFault {
        ConfigurationFault(
            file: file.path,
            key: key.rawValue,
            expected: expected,
            found: found
        )
    }
}
