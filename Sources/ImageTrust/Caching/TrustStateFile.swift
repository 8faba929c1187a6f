import TUFCore

/// The file form of a trust state: a line with the checksum of the rest, then canonical JSON that
/// names the repository it belongs to.
enum TrustStateFile {
    private static let heading = "countersign-trust-state-1 "
    private static let limits = JSONLimits(maximumBytes: 256 << 20, maximumDepth: 8)

    /// Why a file is not the state of a repository.
    enum Damage: Error, CustomStringConvertible {
        case heading
        case checksum
        case content(String)
        case otherRepository(String)

        var description: String {
            switch self {
            case .heading: "it does not begin as a trust state does"
            case .checksum: "its checksum does not match"
            case .content(let what): what
            case .otherRepository(let which): "it belongs to \(which)"
            }
        }
    }

    static func bytes(
        of state: TrustState,
        _ repository: RepositoryKey
    ) throws(JSONError) -> [UInt8] {
        let floors = state.floors.versions.map {
            JSON.Member(name: $0.key.name, value: .integer($0.value.number))
        }
        let object = JSON.object([
            .init(name: "floors", value: .object(floors)),
            .init(name: "repository", value: repository.json),
            .init(name: "root", value: .string(Base64.encode(state.root))),
        ])
        let content = try object.canonicalBytes()
        let checksum = HashAlgorithm.sha256.digest(of: content).hex
        return Array("\(heading)\(checksum)\n".utf8) + content
    }

    static func state(
        in bytes: [UInt8],
        of repository: RepositoryKey
    ) throws(Damage) -> TrustState {
        let content = try content(of: bytes)
        let root = try parsed(content).root
        guard let named = root["repository"]?.tree, named == repository.json else {
            throw .otherRepository(root["repository"].map { "\($0.tree)" } ?? "no repository")
        }
        guard let text = root["root"]?.string, let rootBytes = Base64.decode(text) else {
            throw .content("it has no root")
        }
        return TrustState(root: rootBytes, floors: try floors(in: root["floors"]))
    }

    private static func content(of bytes: [UInt8]) throws(Damage) -> [UInt8] {
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        let text = String(decoding: line, as: UTF8.self)
        guard text.hasPrefix(heading), line.count < bytes.count else { throw .heading }
        let content = Array(bytes[(line.endIndex + 1)...])
        guard text.dropFirst(heading.count) == HashAlgorithm.sha256.digest(of: content).hex else {
            throw .checksum
        }
        return content
    }

    private static func parsed(_ content: [UInt8]) throws(Damage) -> JSONDocument {
        do {
            return try JSONDocument(parsing: content, limits: limits)
        } catch {
            throw .content(String(describing: error))
        }
    }

    private static func floors(in value: JSONValue?) throws(Damage) -> VersionFloors {
        guard let value, value.kind == .object else { throw .content("it has no floors") }
        var versions: [RoleName: MetadataVersion] = [:]
        for member in value.members {
            guard let number = member.value.integer else {
                throw .content("the floor of `\(member.name)` is not a version")
            }
            do {
                versions[try RoleName(notary: member.name)] = try MetadataVersion(number)
            } catch {
                throw .content("the floor of `\(member.name)`: \(error)")
            }
        }
        return VersionFloors(versions)
    }
}
