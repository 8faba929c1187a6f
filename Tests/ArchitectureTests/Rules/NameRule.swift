/// A file is named for the one type it holds, or for the type and the topic it extends it by.
///
/// A checked type stands beside its one maker, which is another type: a file with a
/// `fileprivate init` may hold both.
enum NameRule {
    /// How `file` breaks the rule, one sentence each.
    static func violations(in file: SwiftFile) -> [String] {
        let declared = TopLevelType.all(in: file.code)
        let types = declared.filter { $0.kind == .type }.map(\.name)
        let parts = file.stem.split(separator: "+", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            let isAlone = types.count == 1 || file.code.text.contains("fileprivate init")
            return isAlone && types.contains(file.stem)
                ? [] : ["\(file) declares \(types), not just `\(file.stem)`"]
        }
        guard types.isEmpty else {
            return ["\(file) is named as an extension and declares \(types)"]
        }
        let extended = declared.filter { $0.kind == .extension }.map { base(of: $0.name) }
        return extended.contains(parts[0])
            ? [] : ["\(file) extends \(extended), not `\(parts[0])`"]
    }

    /// `Policy` for `Policy.Rule`, `Array` for `[UInt8]`, `Dictionary` for `[Key: Value]`.
    private static func base(of name: String) -> String {
        guard name.hasPrefix("[") else { return String(name.prefix { $0 != "." }) }
        return name.contains(":") ? "Dictionary" : "Array"
    }
}
