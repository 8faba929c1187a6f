import ArgumentParser
import Foundation
import HTTPService

@main
enum Main {
    /// Runs the command line.
    ///
    /// Whatever goes wrong ends with status 2, so that it cannot be taken for a denial, which is 1.
    static func main() async {
        do {
            var command = try AdmissionCommand.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let status as ExitCode {
            exit(status.rawValue)
        } catch {
            if AdmissionCommand.exitCode(for: error) == .success {
                AdmissionCommand.exit(withError: error)
            }
            StandardError.write(AdmissionCommand.fullMessage(for: error) + "\n")
            exit(2)
        }
    }
}
