public import ArgumentParser

/// A number of bytes, written `4096`, `64KiB`, `128MiB` or `2GiB`.
public struct ByteCount: Hashable, Sendable {
    /// How many.
    public let bytes: Int

    /// A count of bytes.
    public init(bytes: Int) {
        self.bytes = bytes
    }

    /// Reads a number, and its unit if it has one; nil for anything else.
    public init?(_ text: String) {
        let unit = Self.units.first { text.hasSuffix($0.name) } ?? ("", 1)
        let digits = text.utf8.dropLast(unit.name.utf8.count)
        guard !digits.isEmpty,
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int(String(Substring(digits)))
        else { return nil }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: unit.size)
        guard !overflow else { return nil }
        self.bytes = bytes
    }

    private static let units: [(name: String, size: Int)] = [
        ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10),
    ]
}

extension ByteCount: CustomStringConvertible {
    /// In the largest unit that leaves no rest.
    public var description: String {
        for (name, size) in Self.units where bytes >= size && bytes.isMultiple(of: size) {
            return "\(bytes / size)\(name)"
        }
        return "\(bytes)"
    }
}

extension ByteCount: ExpressibleByArgument {
    /// See ``init(_:)``.
    public init?(argument: String) {
        self.init(argument)
    }

    /// As help shows it.
    public var defaultValueDescription: String { description }
}
