public import TUFCore

extension NotaryService {
    /// SHA-256 of the timestamp that is current, as the store says it now.
    ///
    /// - Returns: nil when there is no such repository.
    /// - Throws: ``NotaryServiceError/unknown(reason:)``.
    public func head(of gun: GUN) async throws(NotaryServiceError) -> Digest? {
        if case .known(let head)? = immediateHeads?.headAtOnce(of: gun) { return head }
        do {
            return try await headReads.head(of: gun)
        } catch {
            throw .unknown(reason: error.description)
        }
    }

    /// The mark of a file that is read after `head` was found.
    ///
    /// - Parameters:
    ///   - head: what ``head(of:)`` returned before the reading.
    ///   - gun: the repository.
    ///   - role: whose current file was read; nil for a file by hash or version.
    /// - Returns: nil when the file must be read again in any case.
    public func mark(head: Digest, of gun: GUN, current role: RoleName?) -> ReadMark? {
        switch role {
        case .timestamp, .snapshot:
            heads[head].map { ReadMark(gun: gun, head: head, expires: $0.expires) }
        default: ReadMark(gun: gun, head: head, expires: nil)
        }
    }

    /// Whether a file with this mark is still the one to send.
    ///
    /// - Throws: ``NotaryServiceError/unknown(reason:)``.
    public func holds(_ mark: ReadMark, now: UTCTime) async throws(NotaryServiceError) -> Bool {
        try await head(of: mark.gun) == mark.head && mark.holds(at: now)
    }

    /// The same without waiting; false also where only waiting can tell.
    public func holdsAtOnce(_ mark: ReadMark, now: UTCTime) -> Bool {
        guard let immediateHeads, mark.holds(at: now) else { return false }
        return immediateHeads.headAtOnce(of: mark.gun) == .known(mark.head)
    }
}

extension ReadMark {
    fileprivate func holds(at now: UTCTime) -> Bool {
        expires.map { now < $0 } ?? true
    }
}
