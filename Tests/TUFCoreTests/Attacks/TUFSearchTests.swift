import TUFCore
import Testing

@Suite("The search through delegations of TUF 1.0")
struct TUFSearchTests {
    @Test("of two roles that list a target, the one delegated to first is believed")
    func firstOfTwoWins() throws {
        var lab = DelegationLab()
        lab.roles["a"] = .init(targets: ["x"])
        lab.roles["b"] = .init(targets: ["x"])
        lab.roles["targets"] = .init(delegations: [.init(name: "b"), .init(name: "a")])
        #expect(try lab.outcome(of: "x") == "in b")
        lab.roles["targets"] = .init(delegations: [.init(name: "a"), .init(name: "b")])
        #expect(try lab.outcome(of: "x") == "in a")
    }

    @Test(
        "a terminating role ends the search for its paths, whoever could be asked after it",
        arguments: [false, true]
    )
    func terminatingEnds(isTerminating: Bool) throws {
        var lab = DelegationLab()
        lab.roles["inner"] = .init()
        lab.roles["outer"] = .init(
            delegations: [.init(name: "inner", isTerminating: isTerminating)]
        )
        lab.roles["last"] = .init(targets: ["x"])
        lab.roles["targets"] = .init(delegations: [.init(name: "outer"), .init(name: "last")])
        #expect(try lab.outcome(of: "x") == (isTerminating ? "not found" : "in last"))
    }

    @Test(
        "a role that two roles delegate to is held to the keys of the one it is reached through",
        arguments: [true, false]
    )
    func diamond(leftSigns: Bool) throws {
        var lab = DelegationLab()
        lab.roles["left"] = .init(delegations: [.init(name: "shared", seed: 2)])
        lab.roles["right"] = .init(delegations: [.init(name: "shared", seed: 3)])
        lab.roles["shared"] = .init(targets: ["x"], seed: leftSigns ? 2 : 3)
        lab.roles["targets"] = .init(delegations: [.init(name: "left"), .init(name: "right")])
        let refused = UpdateError.thresholdNotMet(
            role: try RoleName("shared"),
            valid: 0,
            threshold: 1
        )
        #expect(try lab.outcome(of: "x") == (leftSigns ? "in shared" : refused.description))
    }
}
