import PolicyEngine

/// Any text read as an image reference: its canonical form is one, of itself.
enum ImageReferenceFuzzing: FuzzTarget {
    static let name = "image-reference"

    static func run(_ input: [UInt8]) throws(BrokenPromise) {
        let text = String(decoding: input, as: UTF8.self)
        guard let reference = try? ImageReference(parsing: text) else { return }
        let canonical = reference.canonical
        guard let again = try? ImageReference(parsing: canonical) else {
            throw BrokenPromise(description: "`\(canonical)` is a reference")
        }
        try BrokenPromise.unless("`\(canonical)` means the same", again == reference)
        try BrokenPromise.unless("`\(canonical)` is canonical", again.canonical == canonical)
        try BrokenPromise.unless(
            "`\(canonical)` is printable",
            canonical.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        )
        if let digest = reference.digest {
            let pinned = try? ImageReference(parsing: reference.pinned(to: digest))
            try BrokenPromise.unless("it can be pinned", pinned?.digest == digest)
        }
    }
}
