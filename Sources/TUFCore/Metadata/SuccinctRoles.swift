/// Many delegated roles that share keys, one for each bin of target paths (TAP 15).
public struct SuccinctRoles: Sendable {
    /// The keys and the threshold of every bin.
    public let keys: RoleKeys
    /// 1 to 32; there are two to the power of it bins.
    public let bitLength: Int
    /// What every bin's name begins with.
    public let namePrefix: String
    /// Hexadecimal digits in a bin's name.
    private let width: Int

    /// Checks the parts.
    ///
    /// - Parameters:
    ///   - keys: The keys and the threshold of every bin.
    ///   - bitLength: 1 to 32.
    ///   - namePrefix: What every bin's name begins with.
    /// - Throws: ``FormatError/bitLength(_:)``, ``FormatError/roleName(_:)``.
    public init(keys: RoleKeys, bitLength: Int, namePrefix: String) throws(FormatError) {
        guard (1...32).contains(bitLength) else { throw .bitLength(bitLength) }
        _ = try RoleName(namePrefix + "-")
        self.keys = keys
        self.bitLength = bitLength
        self.namePrefix = namePrefix
        width = (bitLength + 3) / 4
    }

    /// How many bins there are.
    public var count: Int { 1 << bitLength }

    /// The bin that a target belongs to.
    ///
    /// - Parameter target: The target's path.
    /// - Returns: The number of the bin: the first bits of the SHA-256 of the path.
    public func bin(of target: TargetPath) -> Int {
        Int(target.hashPrefix >> UInt32(32 - bitLength))
    }

    /// The role of a bin.
    ///
    /// - Parameter bin: Its number.
    /// - Returns: The delegated role, which may speak for everything in its bin.
    public func role(ofBin bin: Int) -> DelegatedRole? {
        guard (0..<count).contains(bin), let name = try? RoleName(name(ofBin: bin)) else {
            return nil
        }
        return DelegatedRole(
            name: name,
            keys: keys,
            paths: .bin(bin, bitLength: bitLength),
            termination: .searchEnds  // as the official conformance suite has it
        )
    }

    /// The bin of this name, or nil where no bin is called so.
    ///
    /// - Parameter role: The role's name, digits in lower case.
    /// - Returns: The delegated role.
    public func role(named role: RoleName) -> DelegatedRole? {
        let name = role.name
        guard name.utf8.count == namePrefix.utf8.count + 1 + width,
            name.utf8.starts(with: "\(namePrefix)-".utf8),
            let bin = Int(name.suffix(width), radix: 16), self.name(ofBin: bin) == name
        else { return nil }
        return self.role(ofBin: bin)
    }

    private func name(ofBin bin: Int) -> String {
        var name = Array(namePrefix.utf8)
        name.append(UInt8(ascii: "-"))
        for digit in (0..<width).reversed() {
            let value = UInt8(bin >> (4 * digit) & 0xF)
            name.append((value < 10 ? 0x30 : 0x57) + value)
        }
        return String(decoding: name, as: UTF8.self)
    }
}
