/// The `signed` part of a metadata file: ``Root``, ``Timestamp``, ``Snapshot`` or ``Targets``.
///
/// A payload proves nothing; ``Verified`` and the states that follow it do.
public protocol MetadataPayload: Sendable {
    /// TUF 4.3: an integer greater than 0.
    var version: MetadataVersion { get }
    /// When the payload is no longer to be trusted.
    var expires: UTCTime { get }

    /// Reads a payload from the `signed` part of a file.
    ///
    /// - Parameters:
    ///   - signed: The value of the member `signed`.
    ///   - dialect: How that value is spelled.
    ///   - role: The role the file is read as, for messages.
    /// - Returns: The payload, its structure checked.
    /// - Throws: ``MetadataError``, which names the member at fault.
    static func decoded(
        from signed: JSONValue,
        in dialect: any MetadataDialect,
        as role: RoleName
    ) throws(MetadataError) -> Self
}
