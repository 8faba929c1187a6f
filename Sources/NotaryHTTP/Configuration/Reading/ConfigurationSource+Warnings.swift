extension ConfigurationSource {
    /// What is to be said of what means nothing here.
    var warnings: [ConfigurationWarning] {
        var warnings: [ConfigurationWarning] = []
        let keys = unknownKeys
        if !keys.isEmpty { warnings.append(.unknownKeys(keys, file: file.path)) }
        let variables = Key.hasAllVariables ? unknownVariables : []
        if !variables.isEmpty { warnings.append(.unknownVariables(variables)) }
        let ignored = Key.ignored.filter { setting($0) != nil }
        if !ignored.isEmpty { warnings.append(.ignoredKeys(ignored.map(\.rawValue))) }
        return warnings
    }
}
