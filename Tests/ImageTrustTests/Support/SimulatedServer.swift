import NotaryClient
import RepositorySimulation
import Synchronization
import TUFCore

/// A trust server in memory: serves what it is given, or fails as it is told.
final class SimulatedServer: HTTPTransport {
    /// What the server does instead of answering.
    enum Fault: Sendable {
        case refusesConnections
        case answers(status: Int)
        case hangs
        /// Lets in who has this value as `Authorization`; everybody else is asked for Basic.
        case admitsOnly(authorization: String)
    }

    private struct State {
        var files: [String: [UInt8]] = [:]
        var fault: Fault?
        var requests: [HTTPGet] = []
    }

    private let state = Mutex(State())

    /// Every request so far.
    var requests: [HTTPGet] { state.withLock { $0.requests } }
    /// The file names requested so far, in order.
    var requestedFiles: [String] { requests.map { Self.fileName(in: $0.url) } }

    var fault: Fault? {
        get { state.withLock { $0.fault } }
        set { state.withLock { $0.fault = newValue } }
    }

    /// Serves the files of a repository under its name, and no longer those of before.
    func serve(_ repository: inout SimulatedRepository) async throws {
        serve(try await repository.files(), of: repository.gun.name)
    }

    /// Serves files, named without `.json`, of the repository `gun`.
    func serve(_ files: [String: [UInt8]], of gun: String) {
        state.withLock { state in
            state.files = state.files.filter { !$0.key.hasPrefix("/v2/\(gun)/_trust/") }
            for (name, bytes) in files {
                state.files["/v2/\(gun)/_trust/tuf/\(name).json"] = bytes
                let digest = HashAlgorithm.sha256.digest(of: bytes).hex
                state.files["/v2/\(gun)/_trust/tuf/\(name).\(digest).json"] = bytes
            }
        }
    }

    func get(_ request: HTTPGet) async throws(TransportError) -> HTTPAnswer {
        let (fault, body) = state.withLock { state in
            state.requests.append(request)
            return (state.fault, state.files[request.url.path])
        }
        switch fault {
        case .refusesConnections:
            throw .unreachable(origin: request.url.origin, reason: "connection refused")
        case .answers(let status): return HTTPAnswer(status: status)
        case .hangs:
            do { try await Task.sleep(for: .seconds(3600)) } catch { throw .cancelled }
            throw .deadlineExceeded(origin: request.url.origin)
        case .admitsOnly(let authorization) where request.authorization != authorization:
            return HTTPAnswer(status: 401, authenticateHeaders: ["Basic realm=x"])
        case .admitsOnly, nil: break
        }
        guard let body else { return HTTPAnswer(status: 404) }
        guard body.count <= request.byteLimit else { throw .tooLarge(limit: request.byteLimit) }
        return HTTPAnswer(status: 200, body: body)
    }

    private static func fileName(in url: HTTPURL) -> String {
        url.path.firstRange(of: "/_trust/tuf/").map { String(url.path[$0.upperBound...]) } ?? ""
    }
}
