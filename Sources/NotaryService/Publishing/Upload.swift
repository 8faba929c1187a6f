import TUFCore

/// The files of one upload by role, read but not yet checked.
///
/// Of a role that came more than once the last one counts; a timestamp is read and dropped, since
/// only the server signs those.
struct Upload: Sendable {
    /// A file, or why it has not the structure of its role: reported only when its turn comes.
    typealias Parsed<Payload: MetadataPayload> = Result<Unverified<Payload>, UnreadableFile>

    private(set) var root: Parsed<Root>?
    private(set) var targets: [RoleName: Parsed<Targets>] = [:]
    private(set) var snapshot: Parsed<Snapshot>?

    init(_ parts: [PublicationPart]) throws(NotaryServiceError) {
        for part in parts {
            try add(part)
        }
    }

    /// Whether a file of this role came from the client.
    func contains(_ role: RoleName) -> Bool {
        switch role {
        case .root: root != nil
        case .snapshot: snapshot != nil
        default: targets[role] != nil
        }
    }

    private mutating func add(_ part: PublicationPart) throws(NotaryServiceError) {
        let role: RoleName
        do {
            role = try RoleName(notary: part.name)
        } catch {
            throw .invalidRole(name: part.name)
        }
        switch role {
        case .root: root = try Self.parsed(part, as: role)
        case .snapshot: snapshot = try Self.parsed(part, as: role)
        case .timestamp: _ = try Self.parsed(part, as: role) as Parsed<Timestamp>
        default: targets[role] = try Self.parsed(part, as: role)
        }
    }

    private static func parsed<Payload>(
        _ part: PublicationPart,
        as role: RoleName
    ) throws(NotaryServiceError) -> Parsed<Payload> {
        do {
            let file = try Unverified<Payload>(parsing: part.bytes, as: role, in: .notary)
            return isReadByNotary(file)
                ? .success(file) : .failure(UnreadableFile(role: role, bytes: part.bytes))
        } catch {
            if let fault = OuterForm.fault(in: part.bytes) {
                throw .malformedJSON(role: role, reason: fault)
            }
            return .failure(UnreadableFile(role: role, bytes: part.bytes, error: error))
        }
    }

    /// Whether Notary's own reader takes the file too, and reads the same in it: it decodes all
    /// members at once, and takes integers for floating point when it checks signatures.
    private static func isReadByNotary(_ file: Unverified<some MetadataPayload>) -> Bool {
        file.role == .timestamp
            || GoType.payload(of: file.role).fault(in: file.claim, of: file.rawBytes) == nil
                && file.claim.hasOnlyExactIntegers
    }
}

extension Result where Failure == UnreadableFile {
    /// The file, or what `refusal` makes of one that could not be read.
    func file<Payload>(
        orRefuse refusal: (UnreadableFile) -> UpdateRefusal
    ) throws(NotaryServiceError) -> Success where Success == Unverified<Payload> {
        switch self {
        case .success(let file): return file
        case .failure(let file): throw .invalidUpdate(refusal(file))
        }
    }
}

extension Result where Success == Unverified<Root>, Failure == UnreadableFile {
    /// The version that the file claims; 0 where it claims none.
    var version: Int {
        switch self {
        case .success(let file): file.claimedVersion.number
        case .failure(let file): file.version
        }
    }
}
