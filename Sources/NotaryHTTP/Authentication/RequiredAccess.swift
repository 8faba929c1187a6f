/// What a token must allow for a request to be answered.
struct RequiredAccess: Hashable, Sendable {
    /// What is done; `*` in a token allows all.
    enum Action: String, Sendable {
        case pull
        case push
        case all = "*"
    }

    /// The kind of resource.
    let type: String
    let name: String
    let actions: [Action]

    /// Actions on one repository.
    static func repository(_ name: String, _ actions: [Action]) -> RequiredAccess {
        RequiredAccess(type: "repository", name: name, actions: actions)
    }

    /// What concerns no repository, or all of them.
    static let catalog = RequiredAccess(type: "registry", name: "catalog", actions: [.all])

    /// The scope that a client asks its token server for.
    var scope: String {
        "\(type):\(name):\(actions.map(\.rawValue).joined(separator: ","))"
    }

    /// Whether each action is allowed by some entry of `granted`.
    func isAllowed(by granted: [GrantedAccess]) -> Bool {
        let allowed = Set(granted.filter { $0.concerns(self) }.flatMap(\.actions))
        return actions.allSatisfy {
            allowed.contains($0.rawValue) || allowed.contains(Action.all.rawValue)
        }
    }
}
