/// The client workflow as a state machine: it says what it needs, and is told what came back.
///
/// It does no I/O. Ask ``next()`` again and again; answer each ``Action/fetch(_:)`` and
/// ``Action/recall(_:)`` with ``receive(_:)`` before asking on. It ends with ``Action/finish(_:)``
/// or ``Action/abort(_:)``.
///
/// TUF 1.0 follows the chain of roots first (5.3). In the Notary dialect the root is looked up
/// again only when something below it does not verify: then the chain is followed to its end, and
/// the rest is tried once more.
public struct UpdateWorkflow: Sendable {
    /// What the driver is to do.
    public enum Action: Sendable {
        /// Fetch this file and tell ``UpdateWorkflow/receive(_:)`` what came of it.
        case fetch(MetaFileRequest)
        /// Look for the bytes that were last to be kept of this role, and tell
        /// ``UpdateWorkflow/receive(_:)``: ``FetchResult/notFound`` where there are none. Only
        /// TUF 1.0 asks for it.
        case recall(RoleName)
        /// Keep these bytes of a role that was verified. Roots must be kept before going on.
        case persist(RoleName, bytes: [UInt8])
        /// Forget what was kept of a role whose keys were replaced (TUF 5.3.11).
        case forget(RoleName)
        /// Done: all of this is proven.
        case finish(TrustedRepository)
        /// Nothing was proven.
        case abort(UpdateError)
    }

    let start: UpdateStartTime
    let selection: RoleSelection
    let limits: UpdateLimits
    let dialect: any MetadataDialect
    /// The versions to hold this and later updates to, as far as it has got.
    public internal(set) var floors: VersionFloors
    /// Signatures that were found valid, those of this update included; nil where none were to be
    /// remembered.
    public private(set) var verifications: VerificationCache?
    private var step: UpdateStep
    var storage: [Action] = []
    var chain = RootChain()
    private var rootRetry: RootRetry

    /// Begins an update.
    ///
    /// - Parameters:
    ///   - beginning: A root trusted earlier, or a pin.
    ///   - floors: The versions trusted earlier.
    ///   - start: The time that every expiry is checked against.
    ///   - selection: Which delegated roles are needed.
    ///   - limits: The most it may ask for.
    ///   - dialect: How files are spelled.
    ///   - verifications: Signatures that need not be checked again, from ``verifications`` of an
    ///     earlier update; an empty cache to begin with.
    public init(
        from beginning: UpdateBeginning,
        notBelow floors: VersionFloors,
        at start: UpdateStartTime,
        fetching selection: RoleSelection = .all,
        limits: UpdateLimits = UpdateLimits(),
        dialect: any MetadataDialect = .notary,
        recalling verifications: VerificationCache? = nil
    ) {
        self.verifications = verifications
        self.start = start
        self.floors = floors
        self.selection = selection
        self.limits = limits
        self.dialect = dialect
        switch beginning {
        case .pin(let pin, let rules):
            step = .firstRoot(pin, rules)
            rootRetry = .spent  // the newest root was just fetched
        case .known(let root):
            let isCurrent = (try? root.current(at: start)) != nil
            let canWait = isCurrent && dialect.rootOrder == .whenNeeded
            step = canWait ? .timestamp(root, known: nil) : .nextRoot(root, after: nil)
            rootRetry = canWait ? .available : .spent
        }
    }

    /// What to do next.
    ///
    /// Asking twice gives the same answer, but for what is to be kept or forgotten.
    ///
    /// - Returns: The action.
    public mutating func next() -> Action {
        storage.isEmpty ? step.action(in: self) : storage.removeFirst()
    }

    /// Takes what came of the last fetch or recall.
    ///
    /// - Parameter result: What came.
    public mutating func receive(_ result: FetchResult) {
        do {
            switch step.action(in: self) {
            case .fetch(let request): step = try advanced(with: result, for: request)
            case .recall: step = recalled(result)
            case .persist, .forget, .finish, .abort: return
            }
        } catch {
            recover(from: error)
        }
    }

    private mutating func advanced(
        with result: FetchResult,
        for request: MetaFileRequest
    ) throws(UpdateError) -> UpdateStep {
        switch step {
        case .firstRoot(let pin, let rules):
            return try firstRoot(result.bytes(of: request), pin: pin, rules: rules)
        case .nextRoot(let root, let failure):
            return try nextRoot(result, for: request, after: root, failure: failure)
        case .timestamp(let root, let known):
            return try timestamp(result.bytes(of: request), under: root, known: known)
        case .snapshot(let timestamp, let known):
            return try snapshot(result.bytes(of: request), listedIn: timestamp, known: known)
        case .targets(let snapshot):
            return try targets(result.bytes(of: request), listedIn: snapshot)
        case .delegations(let delegations):
            return try delegated(result.bytes(of: request), in: delegations)
        case .knownTimestamp, .knownSnapshot, .knownTargets, .finished, .failed:
            return step
        }
    }

    private mutating func recalled(_ result: FetchResult) -> UpdateStep {
        switch step {
        case .knownTimestamp(let root): recalledTimestamp(result, under: root)
        case .knownSnapshot(let timestamp): recalledSnapshot(result, listedIn: timestamp)
        case .knownTargets(let snapshot): recalledTargets(result, listedIn: snapshot)
        default: step
        }
    }

    /// Something below the root did not verify: perhaps the root was rotated.
    ///
    /// Tried once.
    private mutating func recover(from error: UpdateError) {
        guard rootRetry == .available, !error.isUnavailability, let root = step.root else {
            step = .failed(error)
            return
        }
        rootRetry = .spent
        step = .nextRoot(root, after: error)
    }

    func parsed<Payload>(
        _ bytes: [UInt8],
        as role: RoleName
    ) throws(UpdateError) -> Unverified<Payload> {
        do {
            return try Unverified(
                parsing: bytes,
                as: role,
                in: dialect,
                recalling: verifications
            )
        } catch {
            throw .malformed(role: role, error)
        }
    }

    mutating func keep(_ file: Verified<some MetadataPayload>) {
        storage.append(.persist(file.role, bytes: file.rawBytes))
        verifications?.remember(file)
        if file.role != .root { floors.raise(file.role, to: file.payload.version) }
    }
}
