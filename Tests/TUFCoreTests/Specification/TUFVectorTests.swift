import TUFCore
import Testing

@Suite("TUF 1.0 repositories, good and hostile")
struct TUFVectorTests {
    @Test("every step has the outcome it must have", arguments: TUFCase.all)
    func outcome(tufCase: TUFCase) throws {
        var client = TUFClient(tufCase)
        for (number, step) in tufCase.facts.steps.enumerated() {
            let outcome = client.run(step)
            let place = "step \(number) \(step.op) \(step.target ?? ""): \(outcome)"
            switch step.expect {
            case "ok": #expect(outcome == .succeeded, "\(place)")
            case "notfound": #expect(outcome == .notFound, "\(place)")
            case "fail": #expect(outcome != .succeeded, "\(place)")
            default: #expect(step.expect == "any")
            }
            for (role, version) in step.trusted ?? [:] {
                #expect(try client.version(of: role) == version, "\(place): kept \(role)")
            }
        }
    }

    @Test(
        "where python-tuf succeeds, the same files are asked for in the same order",
        arguments: TUFCase.all
    )
    func requests(tufCase: TUFCase) throws {
        var client = TUFClient(tufCase)
        for step in tufCase.facts.steps where step.expect == "ok" {
            guard client.run(step) == .succeeded else { continue }
            #expect(client.requests.prefix(20) == step.requests[...])  // so many are recorded
        }
    }

    @Test("all cases are there")
    func count() {
        #expect(TUFCase.all.count == 123)
    }
}
