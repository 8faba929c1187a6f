public import Hummingbird
import NIOCore

/// The outcome of all checks: healthy when there is no failure.
public struct HealthReport: Sendable {
    /// What failed, by the name of the check.
    public let failures: [String: String]

    /// A report of what is known already.
    public init(failures: [String: String]) {
        self.failures = failures
    }

    /// Runs `checks`, all at once.
    public init(running checks: [HealthCheck]) async {
        failures = await withTaskGroup(of: (String, String?).self) { group in
            for check in checks {
                group.addTask { (check.name, await check.failure()) }
            }
            return await group.reduce(into: [:]) { found, result in
                found[result.0] = result.1
            }
        }
    }

    /// 200 `{}`, or 503 with an object of check name to error text.
    public var response: Response {
        let members = failures.sorted { $0.key < $1.key }
            .map { "\(JSONText.quoted($0.key)):\(JSONText.quoted($0.value))" }
        return Response(
            status: failures.isEmpty ? .ok : .serviceUnavailable,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(
                byteBuffer: ByteBuffer(string: "{\(members.joined(separator: ","))}")
            )
        )
    }
}
