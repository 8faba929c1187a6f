import TUFCore

extension ErrorBody {
    /// The answer to a route under which there can be nothing.
    ///
    /// The original's detail tells a route without metadata (`{}`) from no route (none).
    init(refusing route: NotaryRoute) {
        switch route {
        case .updateOfImpossibleName:
            self.init(code: .invalidGUN)
        case .versionOutOfRange(_, let digits):
            self.init(
                code: .metadataNotFound,
                detail: .object([
                    .init(name: "Func", value: "Atoi"),
                    .init(name: "Num", value: .string(digits)),
                    .init(name: "Err", value: .object([])),
                ])
            )
        case .nothingStored:
            self.init(code: .metadataNotFound, detail: .object([]))
        default:
            self.init(code: .metadataNotFound)
        }
    }
}
