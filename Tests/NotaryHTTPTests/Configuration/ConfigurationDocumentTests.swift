import ArgumentParser
import Foundation
import Testing

@testable import NotaryHTTP

@Suite("The page about configuration")
struct ConfigurationDocumentTests {
    private let page: String

    init() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/configuration.md")
        page = try String(contentsOf: file, encoding: .utf8)
    }

    @Test("it has every key", arguments: ServerKey.allCases)
    func keys(key: ServerKey) {
        #expect(page.contains("`\(key.rawValue)`"))
    }

    @Test("it has every key of the signer", arguments: SignerKey.allCases)
    func signerKeys(key: SignerKey) {
        #expect(page.contains("`\(key.rawValue)`"))
    }

    @Test("it has every option of both servers")
    func options() {
        let help =
            ServeCommand.helpMessage(columns: 200) + SignerCommand.helpMessage(columns: 200)
        let words = help.split { !$0.isLetter && $0 != "-" }
        let options = Set(words.filter { $0.hasPrefix("--") })
        #expect(options.count > 10)
        for option in options where option != "--help" {
            #expect(page.contains("`\(option)"), "\(option)")
        }
    }
}
