public import ArgumentParser

/// A length of time in whole seconds, written `90s`, `15m`, `12h` or `14d`.
public struct TimeSpan: Hashable, Sendable {
    /// How many seconds.
    public let seconds: Int

    /// A span of seconds.
    public init(seconds: Int) {
        self.seconds = seconds
    }

    /// The whole seconds of a duration.
    public init(_ duration: Duration) {
        self.init(seconds: Int(duration.components.seconds))
    }

    /// Reads a number and its unit; nil for anything else, and for more than a thousand years.
    public init?(_ text: String) {
        guard let unit = text.last.flatMap({ Self.units[$0] }),
            let number = Int(text.dropLast()), number >= 0,
            text.utf8.dropLast()
                .allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        let (seconds, overflow) = number.multipliedReportingOverflow(by: unit)
        guard !overflow, seconds <= 1000 * 366 * 86_400 else { return nil }
        self.seconds = seconds
    }

    /// The same for a timer.
    public var duration: Duration { .seconds(seconds) }

    private static let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
}

extension TimeSpan: CustomStringConvertible {
    /// In the largest unit that leaves no rest.
    public var description: String {
        for (unit, size) in Self.units.sorted(by: { $0.value > $1.value })
        where seconds >= size && seconds.isMultiple(of: size) {
            return "\(seconds / size)\(unit)"
        }
        return "\(seconds)s"
    }
}

extension TimeSpan: ExpressibleByArgument {
    /// See ``init(_:)``.
    public init?(argument: String) {
        self.init(argument)
    }

    /// As help shows it.
    public var defaultValueDescription: String { description }
}
