/// The name of a role: one of the four top-level ones, or a delegation such as `targets/releases`.
///
/// TUF 1.0 lets a delegation have any name; it never becomes a path without being encoded. In the
/// Notary dialect it is the full path below `targets/`, in lower-case letters, digits, `-`, `_` and
/// `/`, without empty, `.` or `..` elements, shorter than 256 bytes.
public struct RoleName: Hashable, Sendable {
    /// The name as files and requests spell it.
    public let name: String

    /// The most bytes a name of TUF 1.0 may have; in the Notary dialect 255.
    public static let maximumBytes = 1024

    /// TUF 2.1.1.
    public static let root = RoleName(unchecked: "root")
    /// TUF 2.1.2.
    public static let targets = RoleName(unchecked: "targets")
    /// TUF 2.1.3.
    public static let snapshot = RoleName(unchecked: "snapshot")
    /// TUF 2.1.4.
    public static let timestamp = RoleName(unchecked: "timestamp")
    /// Docker's role of released tags, which outranks `targets` itself.
    public static let releases = RoleName(unchecked: "targets/releases")
    /// The four roles that every root names.
    public static let topLevel: [RoleName] = [.root, .targets, .snapshot, .timestamp]

    /// Checks a name of the Notary dialect read from a file or a request.
    ///
    /// - Parameter name: The whole name, such as `targets/a/b`.
    /// - Throws: ``FormatError/roleName(_:)``.
    public init(notary name: String) throws(FormatError) {
        guard RoleName.isTopLevel(name) || RoleName.isNotaryDelegation(name) else {
            throw .roleName(name)
        }
        self.name = name
    }

    /// Checks a name of TUF 1.0.
    ///
    /// - Parameter name: 1 to ``maximumBytes`` bytes of anything.
    /// - Throws: ``FormatError/roleName(_:)``, ``FormatError/roleNameTooLong(bytes:limit:)``.
    public init(_ name: String) throws(FormatError) {
        let count = name.utf8.count
        guard count > 0 else { throw .roleName(name) }
        guard count <= Self.maximumBytes else {
            throw .roleNameTooLong(bytes: count, limit: Self.maximumBytes)
        }
        self.name = name
    }

    private init(unchecked name: String) {
        self.name = name
    }

    /// Whether this is none of the four top-level roles.
    public var isDelegation: Bool { !RoleName.isTopLevel(name) }

    /// Whether this role signs targets metadata: `targets` or a delegation.
    public var signsTargets: Bool { self == .targets || isDelegation }

    /// The role that delegates to this one in the Notary dialect; nil for the top-level roles.
    public var parent: RoleName? {
        guard name.utf8.starts(with: "targets/".utf8), let slash = name.lastIndex(of: "/") else {
            return nil
        }
        return RoleName(unchecked: String(name[..<slash]))
    }

    /// The roles from `targets` down to this one's parent; empty for the top-level roles.
    public var ancestors: [RoleName] {
        guard let parent else { return [] }
        return parent.ancestors + [parent]
    }

    private static func isTopLevel(_ name: String) -> Bool {
        topLevel.contains { $0.name == name }
    }

    private static func isNotaryDelegation(_ name: String) -> Bool {
        let elements = name.utf8.split(
            separator: UInt8(ascii: "/"),
            omittingEmptySubsequences: false
        )
        return name.utf8.count < 256 && elements.count >= 2
            && elements[0].elementsEqual("targets".utf8)
            && elements.dropFirst().allSatisfy { !$0.isEmpty && $0.allSatisfy(isNameByte) }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default:
            false
        }
    }
}

extension RoleName {
    /// Equality by bytes.
    public static func == (one: RoleName, other: RoleName) -> Bool {
        one.name.hasSameBytes(as: other.name)
    }
}

extension RoleName: Comparable {
    /// Orders roles by depth, then by name: a parent comes before its children.
    public static func < (one: RoleName, other: RoleName) -> Bool {
        let depths = (one.ancestors.count, other.ancestors.count)
        return depths.0 == depths.1 ? one.name < other.name : depths.0 < depths.1
    }
}

extension RoleName: CustomStringConvertible {
    /// The name itself.
    public var description: String { name }
}
