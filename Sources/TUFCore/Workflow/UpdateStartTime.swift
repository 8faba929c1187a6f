/// The one time against which every expiry of an update is checked.
///
/// TUF 5.1 (fix-time): fixed once, when the update begins.
public struct UpdateStartTime: Hashable, Sendable {
    /// The time, as the caller's clock gave it.
    public let time: UTCTime

    /// Fixes the time of an update.
    ///
    /// - Parameter time: What the caller's clock says.
    public init(_ time: UTCTime) {
        self.time = time
    }

    /// Refuses a payload that has expired.
    ///
    /// - Parameters:
    ///   - payload: Whose expiry to check; it must lie after the start time.
    ///   - role: The role, for the message.
    /// - Throws: ``UpdateError/expired(role:on:startedAt:)``.
    package func check(_ payload: some MetadataPayload, as role: RoleName) throws(UpdateError) {
        guard payload.expires > time else {
            throw .expired(role: role, on: payload.expires, startedAt: self)
        }
    }
}
