import ArgumentParser
import Foundation

@main
enum Main {
    /// Runs the command line.
    ///
    /// The suite knows two statuses: 0, and 1 for whatever went wrong.
    static func main() async {
        do {
            let invocation = try Invocation.parse()
            try await invocation.run()
        } catch {
            let isHelp = Invocation.exitCode(for: error) == .success
            guard !isHelp else { Invocation.exit(withError: error) }
            let message = Invocation.fullMessage(for: error) + "\n"
            FileHandle.standardError.write(Data(message.utf8))
            exit(1)
        }
    }
}
