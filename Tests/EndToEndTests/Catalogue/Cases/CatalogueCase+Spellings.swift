import Foundation
import NotaryTesting
import TUFCore

extension CatalogueCase {
    private static func rewritten(
        _ name: String,
        _ rewrite: @escaping @Sendable (String) -> String
    ) -> [CatalogueCase] {
        let cases = [
            first("root-\(name)") { $0.root.rewrite = rewrite },
            first("targets-\(name)") { $0.targets.rewrite = rewrite },
            first("snapshot-\(name)") { $0.editSnapshot = { $0.rewrite = rewrite } },
            first("all-\(name)") {
                $0.root.rewrite = rewrite
                $0.targets.rewrite = rewrite
                $0.editSnapshot = { $0.rewrite = rewrite }
            },
            first("served-\(name)") {
                $0.leaveSnapshot()
                $0.root.rewrite = rewrite
                $0.targets.rewrite = rewrite
            },
        ]
        return cases.map { item in
            CatalogueCase(item.name) { steps in
                try await item.steps(&steps)
                steps.read(["root", "targets"])
                steps.readByHash()
            }
        }
    }

    /// Good files that are not written as Notary's own clients write them.
    static let spellings: [CatalogueCase] =
        rewritten("pretty") { text in
            text.replacing(",\"", with: ",\n  \"").replacing("\":", with: "\": ") + "\n"
        }
        + rewritten("line-end") { $0 + "\n" } + rewritten("leading-space") { " \t\r\n" + $0 }
        + rewritten("signatures-first") { text in
            guard let comma = text.range(of: ",\"signatures\":", options: .backwards) else {
                return text
            }
            let signed = text[..<comma.lowerBound].dropFirst()
            return "{" + text[comma.lowerBound...].dropFirst().dropLast() + "," + signed + "}"
        }
        + rewritten("more-members") { $0.dropLast() + ",\"x\":1}" }
        + rewritten("escaped") { $0.replacing("\"_type\"", with: "\"\\u005ftype\"") }
        + rewritten("member-twice") { $0.replacing("{\"_type\"", with: "{\"version\":7,\"_type\"") }
        + rewritten("other-case") { $0.replacing("\"signatures\":", with: "\"Signatures\":") }
}
