import NotaryService
import TUFCore

/// What a request asks of a Notary server, from its method and decoded path alone.
///
/// The patterns of the original, in its order. A GUN is any run of bytes without `*`, slashes
/// included, and takes as much as the pattern leaves it.
enum NotaryRoute: Hashable, Sendable {
    /// `GET /v2/`: is this a Notary server?
    case base
    case health
    /// Whether the process runs.
    case liveness
    /// Whether requests should be sent to it.
    case readiness
    case metrics
    case update(GUN)
    case metadataByHash(GUN, RoleName, Digest)
    case metadataByVersion(GUN, RoleName, version: Int)
    case current(GUN, RoleName)
    case key(GUN, ServerRole)
    case rotateKey(GUN, ServerRole)
    case delete(GUN)
    /// The changefeed of one repository; of all when nil.
    case changefeed(GUN?)
    /// A metadata route under which nothing can be stored, such as version 0; the GUN is nil where
    /// no repository can have the name.
    case nothingStored(GUN?)
    /// A version that does not fit an integer.
    case versionOutOfRange(GUN?, digits: String)
    /// An update of a name that no repository can have.
    case updateOfImpossibleName
    /// A deletion of a name that no repository can have.
    case deletionOfImpossibleName
    /// The changefeed of a name that no repository can have.
    case changefeedOfImpossibleName
    case notFound
    /// Not even the route of what is not found: its pattern takes no line feed.
    case pageNotFound
    case methodNotAllowed

    /// Finds the route; a HEAD goes where GET goes.
    init(method: String, path: [UInt8]) {
        let route: NotaryRoute? =
            switch method {
            case "GET", "HEAD": Self.get(path)
            case "POST": Self.post(path)
            case "DELETE": Self.delete(path)
            default: nil
            }
        self = route ?? Self.none(method, path)
    }

    /// What a request is that has no route: what is not found has one in the original too, with a
    /// pattern that a line feed breaks.
    private static func none(_ method: String, _ path: [UInt8]) -> NotaryRoute {
        guard path.contains(UInt8(ascii: "\n")) else {
            let known = ["GET", "HEAD", "POST", "PUT", "DELETE"]
            return known.contains(method) ? .notFound : .methodNotAllowed
        }
        let isOfAnother = (get(path) ?? post(path) ?? delete(path)) != nil
        return isOfAnother ? .methodNotAllowed : .pageNotFound
    }

    private static func get(_ path: [UInt8]) -> NotaryRoute? {
        if let fixed = fixedPaths[path] { return fixed }
        let forms = [RoleFileName.hash, RoleFileName.version, RoleFileName.current]
        for form in forms {
            if let (gun, file) = RepositoryPath.match(path, below: "/_trust/tuf/", form) {
                return metadata(gun, file)
            }
        }
        if let (gun, role) = RepositoryPath.match(path, below: "/_trust/tuf/", keyRole) {
            return gun.map { .key($0, role) } ?? .notFound
        }
        if let (gun, _) = RepositoryPath.match(path, below: "/_trust/changefeed", end) {
            return gun.map { .changefeed($0) } ?? .changefeedOfImpossibleName
        }
        return nil
    }

    private static func post(_ path: [UInt8]) -> NotaryRoute? {
        if let (gun, _) = RepositoryPath.match(path, below: "/_trust/tuf/", end) {
            return gun.map { .update($0) } ?? .updateOfImpossibleName
        }
        if let (gun, role) = RepositoryPath.match(path, below: "/_trust/tuf/", keyRole) {
            return gun.map { .rotateKey($0, role) } ?? .notFound
        }
        return nil
    }

    private static func delete(_ path: [UInt8]) -> NotaryRoute? {
        guard let (gun, _) = RepositoryPath.match(path, below: "/_trust/tuf/", end) else {
            return nil
        }
        return gun.map { .delete($0) } ?? .deletionOfImpossibleName
    }

    private static let fixedPaths: [[UInt8]: NotaryRoute] = [
        Array("/v2/".utf8): .base,
        Array("/v2/_trust/changefeed".utf8): .changefeed(nil),
        Array("/_notary_server/health".utf8): .health,
        Array("/health/liveness".utf8): .liveness,
        Array("/health/readiness".utf8): .readiness,
        Array("/metrics".utf8): .metrics,
    ]

    /// Whether it is for whoever operates the server: open to all, and answered under any load.
    var isOperational: Bool {
        switch self {
        case .health, .liveness, .readiness, .metrics: true
        default: false
        }
    }

    /// Whether it is for changing what a repository serves.
    var isAudited: Bool {
        switch self {
        case .update, .updateOfImpossibleName, .key, .rotateKey, .delete: true
        default: false
        }
    }

    private static func metadata(_ gun: GUN?, _ file: RoleFileName) -> NotaryRoute {
        switch file {
        case .hash(let name, let hex):
            // Lower case only, as the original's stores compare text; longer hashes are routes,
            // but nothing is listed under them.
            guard let gun, let role = try? RoleName(notary: name), hex == hex.lowercased(),
                let digest = try? Digest(.sha256, hex: hex)
            else { return .nothingStored(gun) }
            return .metadataByHash(gun, role, digest)
        case .version(let digits, let name):
            guard let version = Int(digits) else { return .versionOutOfRange(gun, digits: digits) }
            guard let gun, let role = try? RoleName(notary: name) else {
                return .nothingStored(gun)
            }
            return .metadataByVersion(gun, role, version: version)
        case .current(let name):
            guard let gun, let role = try? RoleName(notary: name) else {
                return .nothingStored(gun)
            }
            return .current(gun, role)
        }
    }

    private static func keyRole(_ rest: ArraySlice<UInt8>) -> ServerRole? {
        ServerRole.allCases.first { rest.elementsEqual("\($0.rawValue).key".utf8) }
    }

    private static func end(_ rest: ArraySlice<UInt8>) -> Bool? {
        rest.isEmpty ? true : nil
    }
}
