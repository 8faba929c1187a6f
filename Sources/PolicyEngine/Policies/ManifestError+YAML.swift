import Yams

extension ManifestError {
    /// What the YAML parser found wrong, and on which line.
    init(yaml error: any Error) {
        guard let error = error as? YamlError else {
            self.init(problem: .syntax("not YAML"))
            return
        }
        switch error {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let place = context.map { "\($0.text), " } ?? ""
            self.init(problem: .syntax("not YAML: \(place)\(problem)"), line: mark.line)
        case .reader(let problem, _, _, _):
            self.init(problem: .syntax("not YAML: \(problem)"))
        case .duplicatedKeysInMapping(let names, let context):
            self.init(problem: .duplicateName(names.first ?? ""), line: context.mark.line)
        default:
            self.init(problem: .syntax("not YAML"))
        }
    }
}
