import HTTPService
import Logging

/// What both of the original's programs have, by whichever key.
extension ConfigurationReader {
    /// Where to listen.
    mutating func address(_ key: Key) -> ListenAddress? {
        let expected = "HOST:PORT to listen on"
        guard let text = required(key, expected: expected) else { return nil }
        if let address = try? ListenAddress(parsing: text) { return address }
        note(key, expected: expected, found: text)
        return nil
    }

    /// From which level on lines are written.
    mutating func logLevel(_ key: Key) -> Logger.Level {
        let expected = "one of \(Logger.Level.names)"
        return parsed(key, expected: expected, Logger.Level.init(name:)) ?? .error
    }
}
