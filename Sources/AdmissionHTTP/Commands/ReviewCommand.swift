import ArgumentParser
import Foundation
import ImageTrust
import NotaryClient
import PolicyEngine

/// Decides one saved review and explains the decision.
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Print and explain the decision for a saved AdmissionReview.",
        discussion: "Exit status: 0 allowed, 1 denied, 2 error."
    )

    @Argument(help: "The file with the AdmissionReview as JSON; - reads standard input.")
    var file: String

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var trust: TrustOptions

    @Option(help: "The folder of a running webhook's memory; without it nothing is remembered.")
    var data: String?

    @Option(help: "Seconds that looking up trust data may take.")
    var timeout = 30

    func run() async throws {
        let review = try review()
        let policies = try PolicySource.policies(of: ManifestFiles(paths: self.policies.paths))
        for diagnostic in policies.diagnostics { print("manifest: \(diagnostic)") }
        let decision = try await trust.withResolver(remembering: store()) { resolver in
            await Admission(policies: FixedPolicies(policies), resolver: resolver)
                .decision(on: review, within: .seconds(timeout))
        }
        for line in decision.explanation { print(line) }
        guard decision.isAllowed else { throw ExitCode(1) }
    }

    func validate() throws {
        guard timeout > 0 else { throw ValidationError("`--timeout` is 1 or more seconds") }
    }

    private func store() throws -> any TrustStateStore {
        guard let data else { return MemoryTrustStateStore() }
        return try FileTrustStateStore(folder: "\(data)/trust")
    }

    private func review() throws -> AdmissionReview {
        do {
            return try AdmissionReview(parsing: try bytes())
        } catch let error as AdmissionReviewError {
            throw ReviewFileError(file: file, reason: error.description)
        }
    }

    private func bytes() throws -> [UInt8] {
        do {
            let data =
                file == "-"
                ? try FileHandle.standardInput.readToEnd() ?? Data()
                : try Data(contentsOf: URL(fileURLWithPath: file))
            return Array(data)
        } catch {
            throw ReviewFileError(file: file, reason: "cannot be read")
        }
    }
}
