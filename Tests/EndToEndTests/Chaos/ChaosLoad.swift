import Foundation
import NotaryService
import NotaryTesting
import TUFCore

/// Everyone who uses a server while it is killed.
struct ChaosLoad: Sendable {
    let server: ChaosServer
    let ledger: ChaosLedger
    let guns: [String]
    let end: ContinuousClock.Instant

    /// A request to wherever the server listens now; nil when no whole answer came.
    func send(
        _ method: String = "GET",
        _ path: String,
        contentType: String? = nil,
        body: [UInt8] = []
    ) async throws -> NotaryRequests.Answer? {
        let requests = NotaryRequests(url: try await server.url)
        let answer = try? await requests.send(method, path, contentType: contentType, body: body)
        await ledger.count(answer == nil ? "requests broken off" : "requests answered")
        if answer == nil { try await Task.sleep(for: .milliseconds(5)) }
        return answer
    }

    /// As ``send(_:_:contentType:body:)``, again and again until there is an answer.
    func answer(_ path: String) async throws -> NotaryRequests.Answer {
        while true {
            if let answer = try await send("GET", path) { return answer }
        }
    }

    /// The version that a file says it has; nil when it is not there.
    func version(of file: String, in gun: String) async throws -> Int? {
        let answer = try await answer("/v2/\(gun)/_trust/tuf/\(file).json")
        guard answer.status == 200 else {
            if answer.status != 404 { await ledger.violate("\(file) of \(gun): \(answer)") }
            return nil
        }
        return try? JSONDecoder().decode(ClaimedFile.self, from: Data(answer.body.utf8)).signed
            .version
    }

    /// Reads repositories: what was acknowledged before the read began must be there.
    func read() async throws {
        while ContinuousClock.now < end {
            let gun = guns[Int.random(in: guns.indices)]
            let floor = await ledger.version(of: gun)
            let version = try await version(of: "targets", in: gun) ?? 0
            if version < floor {
                await ledger.violate("\(gun) went back from targets \(floor) to \(version)")
            }
            let timestamp = try await self.version(of: "timestamp", in: gun)
            if floor > 0, timestamp == nil { await ledger.violate("\(gun) lost its timestamp") }
            _ = try await self.version(of: "snapshot", in: gun)
            await ledger.count("repositories read")
        }
    }

    /// Asks for keys of repositories old and new.
    func askForKeys() async throws {
        while ContinuousClock.now < end {
            let gun = "lab/key-\(Int.random(in: 0..<50))"
            let role = ServerRole.allCases[Int.random(in: 0...1)]
            let path = "/v2/\(gun)/_trust/tuf/\(role.rawValue).key"
            let answer = try await answer(path)
            if answer.status == 200 {
                await ledger.note(key: answer.body, at: path)
            } else {
                await ledger.violate("\(path): \(answer)")
            }
        }
    }

    /// Sends what nobody should: it must be refused, and not with an error of the server.
    func sendGarbage() async throws {
        while ContinuousClock.now < end {
            let gun = guns[Int.random(in: guns.indices)]
            let noise = (0..<Int.random(in: 1...2000)).map { _ in UInt8.random(in: 0...255) }
            let part = Array("--b\r\nContent-Disposition: form-data; filename=root\r\n\r\n".utf8)
            let close = Array("\r\n--b--\r\n".utf8)
            let bodies = [noise, part + noise + close, part + noise, part + part + close]
            let answers = [
                try await send(
                    "POST",
                    "/v2/\(gun)/_trust/tuf/",
                    contentType: "multipart/form-data; boundary=b",
                    body: bodies[Int.random(in: bodies.indices)]
                ),
                try await send("GET", "/v2/\(gun)/_trust/tuf/targets/\(noise[0]).json"),
                try await send("PUT", "/v2/\(noise[0])"),
            ]
            for answer in answers.compactMap({ $0 }) {
                await ledger.count("garbage refused")
                if !(400..<500).contains(answer.status) {
                    await ledger.violate("garbage was answered: \(answer)")
                }
            }
        }
    }
}

/// What is read of a file without believing it.
private struct ClaimedFile: Decodable {
    struct Signed: Decodable { let version: Int }

    let signed: Signed
}
