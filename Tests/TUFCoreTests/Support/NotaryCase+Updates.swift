import Foundation
import TUFCore

extension NotaryCase {
    /// An update of a client that has nothing and trusts what it sees first.
    func firstUse(fetching selection: RoleSelection = .all) throws -> UpdateWorkflow {
        try update(from: .pin(.trustOnFirstUse, rules: rules()), fetching: selection)
    }

    func update(
        from beginning: UpdateBeginning,
        notBelow floors: VersionFloors = VersionFloors(),
        fetching selection: RoleSelection = .all
    ) throws -> UpdateWorkflow {
        UpdateWorkflow(from: beginning, notBelow: floors, at: try start(), fetching: selection)
    }

    /// A root out of a client's cache.
    func knownRoot(_ path: String) throws -> TrustedRoot {
        let file = try Unverified<Root>(parsing: bytes(path), as: .root, in: .notary)
        return try file.trustedAsPersisted(rules: rules())
    }
}

extension NotaryCase {
    static func vectorBytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: vectors.appending(path: path)))
    }
}
