/// What the `signed` part of every kind of file has, while it is edited.
///
/// Members that are not known stay as they are.
struct EditedPayload: Sendable {
    let dialect: any MetadataDialect
    let role: RoleName
    /// The version that is edited; nil for a file that begins.
    let previous: MetadataVersion?
    private(set) var version: MetadataVersion
    var expires: UTCTime
    /// All members, `version` and `expires` not yet up to date.
    var object: JSON

    /// A file that begins with version 1.
    init(new role: RoleName, in dialect: any MetadataDialect, expires: UTCTime) {
        self.dialect = dialect
        self.role = role
        self.expires = expires
        previous = nil
        version = .first
        object = .object(dialect.header(of: role))
    }

    /// The version after a file's.
    init<Payload>(
        editing file: Verified<Payload>,
        in dialect: any MetadataDialect,
        expires: UTCTime
    ) throws(EditError) {
        do {
            _ = try Unverified<Payload>(parsing: file.rawBytes, as: file.role, in: dialect)
            object = try Envelope(parsing: file.rawBytes, in: dialect, limits: .untrusted)
                .signed.tree
        } catch {
            throw .malformed(error)
        }
        self.dialect = dialect
        self.expires = expires
        role = file.role
        previous = file.payload.version
        version = file.payload.version.next
    }

    /// Raises the version further than to the next one.
    mutating func setVersion(_ version: MetadataVersion) throws(EditError) {
        if let previous, version <= previous {
            throw .versionNotHigher(role: role, previous: previous, offered: version)
        }
        self.version = version
    }

    var json: JSON {
        var json = object
        json[member: "expires"] = .string(dialect.spelling(ofExpiry: expires))
        json[member: "version"] = .integer(version.number)
        return json
    }

    /// Signs and reads the result back as its readers will.
    func signed<Payload>(
        _ json: JSON,
        by signers: [any Signer]
    ) async throws(EditError) -> Unverified<Payload> {
        if let previous, version <= previous {
            throw .versionNotHigher(role: role, previous: previous, offered: version)
        }
        let bytes: [UInt8]
        do {
            bytes = try await MetadataSigner(dialect).file(signed: json, by: signers)
        } catch {
            throw .signing(error)
        }
        do {
            return try Unverified(parsing: bytes, as: role, in: dialect)
        } catch {
            throw .malformed(error)
        }
    }
}
