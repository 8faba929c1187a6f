/// Values by name, in the order they came, names compared byte by byte.
///
/// What a large object is while it is edited: finding a name does not take longer with more names.
struct MemberTable: Sendable {
    private var entries: [JSON.Member?] = []
    private var positions: [[UInt8]: Int] = [:]

    /// An empty table.
    init() {}

    /// The members of an object that has no name twice.
    init(_ members: [JSON.Member]) {
        for member in members { self[member.name] = member.value }
    }

    var isEmpty: Bool { positions.isEmpty }

    var members: [JSON.Member] { entries.compactMap { $0 } }

    var values: [JSON] { members.map(\.value) }

    /// A new name comes last; setting nil removes the entry.
    subscript(name: String) -> JSON? {
        get {
            positions[Array(name.utf8)].flatMap { entries[$0]?.value }
        }
        set {
            let key = Array(name.utf8)
            guard let newValue else {
                if let position = positions.removeValue(forKey: key) { entries[position] = nil }
                return
            }
            let member = JSON.Member(name: name, value: newValue)
            if let position = positions[key] {
                entries[position] = member
            } else {
                positions[key] = entries.count
                entries.append(member)
            }
        }
    }
}
