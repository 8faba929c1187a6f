import TUFCore

/// A base URL, and how files below it are called (TUF 5.3 to 5.7).
struct RemoteFolder {
    private let base: String

    init(_ url: String) {
        base = url.hasSuffix("/") ? url : url + "/"
    }

    /// Where a metadata file is.
    func url(of request: MetaFileRequest) -> String {
        let name = EncodedName.element(request.role.name) + ".json"
        return switch request.edition {
        case .newest, .digest: base + name  // TUF 1.0 never asks by digest
        case .version(let version): "\(base)\(version.number).\(name)"
        }
    }

    /// Where a target is.
    func url(of target: TrustedTarget, under root: Root) -> String {
        base + EncodedName.path(target.fileName(under: root))
    }
}
