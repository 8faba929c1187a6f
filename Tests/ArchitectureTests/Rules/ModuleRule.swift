/// What one module of the architecture's table may import.
struct ModuleRule {
    let module: String
    /// Our own modules below it: the arrows of the table.
    let arrows: Set<String>
    /// Modules of packages and of the system.
    let others: Set<String>

    init(_ module: String, arrows: Set<String> = [], others: Set<String> = []) {
        self.module = module
        self.arrows = arrows
        self.others = others
    }

    /// The imports of `file` that the table does not have, one sentence each.
    static func violations(in file: SwiftFile, table: [ModuleRule]) -> [String] {
        guard let rule = table.first(where: { $0.module == file.module }) else {
            return ["\(file) belongs to `\(file.module)`, which the table does not have"]
        }
        return ImportStatement.all(in: file).map(\.module)
            .filter { !rule.arrows.contains($0) && !rule.others.contains($0) }
            .map { "\(file) imports `\($0)`, an arrow that the table does not have" }
    }

    /// A way from a module of the table back to itself; nil when all arrows point down.
    static func cycle(in table: [ModuleRule]) -> [String]? {
        let arrows = Dictionary(uniqueKeysWithValues: table.map { ($0.module, $0.arrows) })
        func cycle(from path: [String]) -> [String]? {
            for next in arrows[path.last ?? ""] ?? [] {
                if path.contains(next) { return path + [next] }
                if let found = cycle(from: path + [next]) { return found }
            }
            return nil
        }
        return table.lazy.compactMap { cycle(from: [$0.module]) }.first
    }
}
