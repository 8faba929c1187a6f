import Foundation
import TUFCore

/// Our webhook, started as a process, or its `review` command run to its end.
final class AdmissionServer: Sendable {
    /// What it answered to a review.
    struct Answer {
        let isAllowed: Bool
        /// Why not; empty when it is allowed.
        let message: String
        let warnings: [String]
        /// The JSON patch, as text.
        let patch: String?
    }

    let process: ServerProcess
    private let url: String
    private let curlOptions: [String]
    private let home: TemporaryFolder

    private init(process: ServerProcess, url: String, curl: [String], home: TemporaryFolder) {
        self.process = process
        self.url = url
        curlOptions = curl
        self.home = home
    }

    /// Starts it under the manifests at `home`'s `policies.yaml`; `home` keeps what it remembers.
    static func start(
        home: TemporaryFolder,
        certificates: TestCertificates? = nil,
        arguments: [String] = []
    ) async throws -> AdmissionServer {
        let portFile = home.path("webhook.port")
        var options = ["serve", "--policies", home.path("policies.yaml")]
        options += ["--data", home.path("data"), "--listen", "127.0.0.1:0"]
        options += ["--port-file", portFile]
        var curl: [String] = []
        if let certificates {
            let pair = try await certificates.server()
            options += ["--tls-certificate", pair.certificate, "--tls-key", pair.key]
            curl = ["--cacert", certificates.authority.certificate]
        }
        let (process, port) = try await ServerProcess.start(
            product: "AdmissionHTTP",
            options + arguments,
            portFile: portFile,
            home: home
        )
        let scheme = certificates == nil ? "http" : "https"
        return AdmissionServer(
            process: process,
            url: "\(scheme)://localhost:\(port)",
            curl: curl,
            home: home
        )
    }

    /// Posts a review as the API server does.
    func admit(_ review: String) async throws -> Answer {
        let body = try home.write(review, to: "review.json")
        let text = try await Tool.curl
            .succeed(
                ["-sSf", "-4"] + curlOptions + [
                    "-H", "Content-Type: application/json", "--data-binary", "@\(body)",
                    "\(url)/admit?timeout=10s",
                ],
                home: home
            )
            .standardOutput
        let document = try JSONDocument(parsing: Array(text.utf8), limits: .admissionReview)
        let response = document.root["response"]
        let patch = response?["patch"]?.string.flatMap(Base64.decode)
        return Answer(
            isAllowed: response?["allowed"]?.boolean == true,
            message: response?["status"]?["message"]?.string ?? "",
            warnings: response?["warnings"]?.elements.compactMap(\.string) ?? [],
            patch: patch.map { String(decoding: $0, as: UTF8.self) }
        )
    }

    /// The body of a GET.
    func get(_ path: String) async throws -> String {
        try await Tool.curl.succeed(["-sSf", "-4"] + curlOptions + [url + path], home: home)
            .standardOutput
    }

    /// Runs `review` on a saved review, whatever its status.
    static func review(
        _ review: String,
        home: TemporaryFolder,
        arguments: [String] = []
    ) async throws -> ToolResult {
        let process = try ChildProcess(
            BuildFolder.product("AdmissionHTTP"),
            ["review", "-", "--policies", home.path("policies.yaml")] + arguments,
            environment: .minimal(home: home),
            workingFolder: home.path,
            input: review
        )
        return try await process.wait(atMost: 60)
    }
}
