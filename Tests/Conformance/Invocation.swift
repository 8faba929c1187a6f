import ArgumentParser
import Foundation
import TUFCore

/// One call of the client, in the protocol of the official suite (its `CLIENT-CLI.md`).
struct Invocation: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tuf-conformance-client",
        abstract: "A TUF 1.0 client in the protocol of the official conformance suite."
    )

    @Option(help: "The folder of the trusted metadata.")
    var metadataDir: String

    @Option(help: "Where the repository's metadata is.")
    var metadataURL: String?

    @Option(parsing: .unconditionalSingleValue, help: "A target to download; may be repeated.")
    var targetName: [String] = []

    @Option(help: "Where the repository's targets are.")
    var targetBaseURL: String?

    @Option(help: "The folder of the downloaded targets.")
    var targetDir: String?

    @Argument(help: "init, refresh or download.")
    var operation: Operation

    @Argument(help: "The first root, for init.")
    var trustedRoot: String?

    func run() async throws {
        // TUF 5.1: every expiry is checked against the time at which the update began.
        let start = UpdateStartTime(UTCTime(seconds: Int(Date().timeIntervalSince1970)))
        let metadata = MetadataFolder(path: metadataDir)
        switch operation {
        case .`init`: try metadata.begin(withRootAt: required(trustedRoot, "a trusted root"))
        case .refresh: try await refresh(metadata, at: start) { _ in }
        case .download:
            let targets = TargetFolder(path: try required(targetDir, "--target-dir"))
            let base = try required(targetBaseURL, "--target-base-url")
            guard !targetName.isEmpty else { throw ClientError.missing("--target-name") }
            try await refresh(metadata, at: start) { client in
                for name in targetName {
                    try await client.download(name, from: RemoteFolder(base), into: targets)
                }
            }
        }
    }

    private func refresh(
        _ metadata: MetadataFolder,
        at start: UpdateStartTime,
        then work: (RepositoryClient) async throws -> Void
    ) async throws {
        let remote = RemoteFolder(try required(metadataURL, "--metadata-url"))
        let downloader = Downloader()
        let result: Result<Void, any Error>
        do {
            let updater = RepositoryUpdater(metadata: metadata, remote: remote, over: downloader)
            try await work(try await updater.refreshed(at: start))
            result = .success(())
        } catch {
            result = .failure(error)
        }
        await downloader.shutdown()
        try result.get()
    }

    private func required(_ value: String?, _ name: String) throws -> String {
        guard let value else { throw ClientError.missing(name) }
        return value
    }
}
