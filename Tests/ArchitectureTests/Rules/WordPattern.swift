/// A word to look for, with what must stand right before and after it: `.random(`, `try!`, `RAND_`.
struct WordPattern {
    private let before: String
    private let name: String
    private let after: String

    /// Takes the pattern apart; a name that ends in `_` stands for all that begin so.
    init(_ pattern: String) {
        let isName = { (character: Character) in
            character.isLetter || character.isNumber || character == "_"
        }
        before = String(pattern.prefix { !isName($0) })
        name = String(pattern.dropFirst(before.count).prefix(while: isName))
        after = String(pattern.dropFirst(before.count + name.count))
    }

    /// The lines of `file` where it stands.
    func lines(in file: SwiftFile) -> [Int] {
        let names = name.hasSuffix("_") ? file.words.keys.filter { $0.hasPrefix(name) } : [name]
        return names.flatMap { file.words[$0] ?? [] }
            .filter { word in
                file.code.bytes[..<word.range.lowerBound].suffix(before.utf8.count)
                    .elementsEqual(before.utf8)
                    && file.code.bytes[word.range.upperBound...].starts(with: after.utf8)
            }
            .map(\.line)
    }
}
