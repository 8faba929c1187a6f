import NotaryTesting
import TUFCore

extension CatalogueCase {
    /// What one of the three files is, with the same fault.
    private static func each(
        _ name: String,
        _ change: @escaping @Sendable (inout RecipeFile) -> Void
    ) -> [CatalogueCase] {
        [
            first("root-\(name)") { change(&$0.root) },
            first("targets-\(name)") { change(&$0.targets) },
            first("snapshot-\(name)") { $0.editSnapshot = change },
            first("delegation-\(name)") {
                $0.delegate("targets/a", to: $0.keys.alice)
                change(&$0.others[0])
            },
        ]
    }

    private static func rewritten(
        _ name: String,
        _ rewrite: @escaping @Sendable (String) -> String
    ) -> [CatalogueCase] {
        each(name) { $0.rewrite = rewrite }
    }

    /// Files that are not metadata, or are signed in odd ways.
    static let files: [CatalogueCase] =
        rewritten("empty") { _ in "" } + rewritten("no-json") { _ in "{" }
        + rewritten("list") { _ in "[]" } + rewritten("null") { _ in "null" }
        + rewritten("empty-object") { _ in "{}" }
        + rewritten("signed-null") { _ in #"{"signed":null,"signatures":[]}"# }
        + rewritten("signed-text") { _ in #"{"signed":"x","signatures":[]}"# }
        + rewritten("signed-empty") { _ in #"{"signed":{},"signatures":[]}"# }
        + rewritten("signatures-missing") { $0.replacing(/,"signatures":.*/, with: "}") }
        + rewritten("signatures-null") {
            $0.replacing(/"signatures":.*/, with: "\"signatures\":null}")
        }
        + rewritten("signatures-object") {
            $0.replacing(/"signatures":.*/, with: "\"signatures\":{}}")
        }
        + rewritten("signature-null") {
            $0.replacing(/"signatures":.*/, with: "\"signatures\":[null]}")
        }
        + rewritten("signature-empty") {
            $0.replacing(/"signatures":.*/, with: "\"signatures\":[{}]}")
        }
        + rewritten("sig-no-base64") { $0.replacing(/"sig":"..../, with: "\"sig\":\"****") }
        + rewritten("sig-changed") { $0.replacing(/"sig":"..../, with: "\"sig\":\"AAAA") }
        + rewritten("sig-empty") { $0.replacing(/"sig":"[^"]*"/, with: "\"sig\":\"\"") }
        + rewritten("sig-line-end") { $0.replacing("\"sig\":\"", with: "\"sig\":\"\\n") }
        + rewritten("method-unknown") {
            $0.replacing("\"method\":\"ecdsa\"", with: "\"method\":\"x\"")
        }
        + rewritten("method-upper-case") {
            $0.replacing("\"method\":\"ecdsa\"", with: "\"method\":\"ECDSA\"")
        }
        + rewritten("method-missing") { $0.replacing("\"method\":\"ecdsa\",", with: "") }
        + rewritten("method-eddsa") {
            $0.replacing("\"method\":\"ecdsa\"", with: "\"method\":\"eddsa\"")
        }
        + rewritten("keyid-missing") {
            $0.replacing(/"keyid":"[0-9a-f]{64}","method/, with: "\"method")
        }
        + rewritten("keyid-upper-case") { text in
            text.replacing(/"keyid":"([0-9a-f]{64})","method/) {
                "\"keyid\":\"\(String($0.1).uppercased())\",\"method"
            }
        }
        + rewritten("version-float") { $0.replacing("\"version\":1}", with: "\"version\":1.5}") }
        + rewritten("version-integral-float") {
            $0.replacing("\"version\":1}", with: "\"version\":1.0}")
        }
        + rewritten("version-exponent") { $0.replacing("\"version\":1}", with: "\"version\":1e0}") }
        + rewritten("version-huge") {
            $0.replacing("\"version\":1}", with: "\"version\":99999999999999999999}")
        }
        + rewritten("changed-after-signing") {
            $0.replacing("\"version\":1}", with: "\"version\":2}")
        }
        + rewritten("trailing-garbage") { $0 + "x" } + rewritten("trailing-object") { $0 + "{}" }
        + rewritten("leading-mark") { "\u{FEFF}" + $0 }
        + each("no-signature") { $0.signers = [] }
        + each("version-0") { $0.signed["version"] = 0 }
        + each("version-large") { $0.signed["version"] = 2_147_483_648 }
        + each("version-beyond-53-bits") { $0.signed["version"] = 9_007_199_254_740_993 }
}
