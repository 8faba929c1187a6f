import Logging

extension Logger.Level {
    /// The names that are read: those of the original, and `notice` and `critical`.
    static let names = "trace, debug, info, notice, warning, error, fatal, panic"

    /// A level by its name in the original or here, in whatever case.
    init?(name: String) {
        switch name.lowercased() {
        case "warn": self = .warning
        case "fatal", "panic": self = .critical
        case let name: self.init(rawValue: name)
        }
    }
}
