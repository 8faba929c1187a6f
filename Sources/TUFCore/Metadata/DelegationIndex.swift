import Synchronization

/// Finds the delegations for a target among very many hash bins.
///
/// Made when it is first asked, and kept.
final class DelegationIndex: Sendable {
    /// Fewer roles are looked at one by one.
    private static let smallest = 16

    private let delegations: Delegations
    private let table = Mutex<Table?>(nil)

    init(_ delegations: Delegations) {
        self.delegations = delegations
    }

    /// As ``Delegations/roles(for:)``.
    func roles(for target: TargetPath) -> [DelegatedRole] {
        guard case .roles(let roles) = delegations, roles.count >= Self.smallest else {
            return delegations.roles(for: target)
        }
        return
            table.withLock { kept -> [Int] in
                if let kept { return kept.candidates(for: target) }
                let made = Table(roles)
                kept = made
                return made.candidates(for: target)
            }
            .map { roles[$0] }.filter { $0.paths.contain(target) }
    }
}

extension DelegationIndex {
    /// Positions of roles by the hash prefixes they are trusted with.
    private struct Table {
        /// So many digits of a prefix are looked at; a longer one is checked by its role.
        private static let digits = 8

        private var byPrefix: [UInt64: [Int]] = [:]
        private var lengths: Set<Int> = []
        /// Roles of another kind, which may be trusted with any target.
        private var others: [Int] = []

        init(_ roles: [DelegatedRole]) {
            for (position, role) in roles.enumerated() {
                guard case .hashPrefixes(let prefixes) = role.paths else {
                    others.append(position)
                    continue
                }
                for prefix in prefixes {
                    let length = min(prefix.utf8.count, Self.digits)
                    guard let key = Self.key(prefix.utf8.prefix(length), length) else { continue }
                    lengths.insert(length)
                    byPrefix[key, default: []].append(position)
                }
            }
        }

        /// The only roles that can be for a target, in their order.
        func candidates(for target: TargetPath) -> [Int] {
            var found = others
            for length in lengths {
                let digits = UInt64(target.hashPrefix) >> UInt64(4 * (Self.digits - length))
                found += byPrefix[UInt64(length) << 32 | digits] ?? []
            }
            return found.count > 1 ? Set(found).sorted() : found
        }

        /// Digits and their number as one number; `nil` for what no digest begins with.
        private static func key(_ digits: some Sequence<UInt8>, _ length: Int) -> UInt64? {
            var number: UInt64 = 0
            for digit in digits {
                guard digit < 0x41 || digit > 0x46, let value = Hex.value(of: digit) else {
                    return nil
                }
                number = number << 4 | UInt64(value)
            }
            return UInt64(length) << 32 | number
        }
    }
}
