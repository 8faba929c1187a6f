public import TUFCore

/// Fetches the metadata files of one repository from one trust server.
///
/// The first request is sent without credentials. When the server asks for authentication, the
/// credentials are tried in their order, then anonymously (a token for nobody); the first that is
/// let in is kept for the files that follow. See ``RealmRule`` for where credentials may go.
public actor NotarySession {
    private let server: HTTPURL
    private let gun: GUN
    private let credentials: [HostCredential]
    private let realms: RealmRule
    private let transport: any HTTPTransport
    private let deadline: ContinuousClock.Instant
    private var authorization: String?

    /// Makes a session; nothing is sent yet.
    ///
    /// The credentials are those of the image's registry, in the order they are to be tried. At
    /// the deadline every fetch of this session gives up.
    public init(
        server: HTTPURL,
        gun: GUN,
        credentials: [HostCredential],
        realms: RealmRule,
        transport: any HTTPTransport,
        deadline: ContinuousClock.Instant
    ) {
        self.server = server
        self.gun = gun
        self.credentials = credentials
        self.realms = realms
        self.transport = transport
        self.deadline = deadline
    }

    /// Fetches one file.
    ///
    /// - Parameters:
    ///   - name: the file's name below `_trust/tuf/`, such as `2.root.json`.
    ///   - byteLimit: the most bytes it may have.
    /// - Returns: nil when the server has no such file.
    /// - Throws: ``NotaryClientError`` when it is not known whether there is one, or it is longer.
    public func file(
        named name: String,
        byteLimit: Int
    ) async throws(NotaryClientError) -> [UInt8]? {
        let url = try url(of: name)
        let first = try await get(url, byteLimit: byteLimit, authorization: authorization)
        guard first.status == 401 || first.status == 403 else { return try body(of: first) }
        return try await fileAfterLogin(url, byteLimit: byteLimit, refusal: first)
    }

    private func fileAfterLogin(
        _ url: HTTPURL,
        byteLimit: Int,
        refusal: HTTPAnswer
    ) async throws(NotaryClientError) -> [UInt8]? {
        let challenges = try challenges(of: refusal)
        guard !challenges.isEmpty else {
            throw .accessDenied(
                server: server.origin,
                status: refusal.status,
                tried: [Identity.anonymous.description]
            )
        }
        var last = refusal
        var tried: [String] = []
        var reasons: [String] = []
        for identity in credentials.map(Identity.login) + [.anonymous] {
            switch try await answer(to: challenges, as: identity) {
            case .cannot(let reason): reasons.append(reason)
            case .authorization(let value):
                tried.append(identity.description)
                last = try await get(url, byteLimit: byteLimit, authorization: value)
                guard last.status == 401 || last.status == 403 else {
                    authorization = value
                    return try body(of: last)
                }
            }
        }
        if tried.isEmpty, let reason = reasons.first {
            throw .challenge(server: server.origin, reason: reason)
        }
        let names = tried.isEmpty ? [Identity.anonymous.description] : tried
        throw .accessDenied(server: server.origin, status: last.status, tried: names)
    }

    private enum ChallengeAnswer {
        case authorization(String)
        case cannot(String)
    }

    private func answer(
        to challenges: [AuthenticationChallenge],
        as identity: Identity
    ) async throws(NotaryClientError) -> ChallengeAnswer {
        if let bearer = challenges.first(where: { $0.scheme == "bearer" }) {
            return try await token(for: bearer, as: identity)
        }
        guard challenges.contains(where: { $0.scheme == "basic" }) else {
            return .cannot("no Bearer or Basic challenge")
        }
        guard let credential = identity.credential else {
            return .cannot("a user name is needed, and none is known for `\(server.host)`")
        }
        guard credential.host == server.host, server.isPrivateChannel else {
            return .cannot("the credentials of \(identity) are not for `\(server.origin)`")
        }
        return .authorization(credential.basicAuthorization)
    }

    private func token(
        for challenge: AuthenticationChallenge,
        as identity: Identity
    ) async throws(NotaryClientError) -> ChallengeAnswer {
        guard let realmText = challenge.parameters["realm"] else {
            return .cannot("the Bearer challenge names no realm")
        }
        let realm: HTTPURL
        do { realm = try HTTPURL(parsing: realmText) } catch {
            return .cannot("the token realm is not usable: \(error)")
        }
        guard realms.allows(realm, at: server, with: identity.credential) else {
            return .cannot("the token realm `\(realm.origin)` is not one that may issue tokens")
        }
        let url = realm.appending(parameters: tokenParameters(for: challenge, as: identity))
        let answer = try await get(
            url,
            byteLimit: AccessToken.answerLimit,
            authorization: identity.credential?.basicAuthorization
        )
        guard answer.status == 200, let token = AccessToken(answer: answer.body) else {
            return .cannot("`\(realm.origin)` gave \(identity) no token (\(answer.status))")
        }
        return .authorization(token.authorization)
    }

    /// What a token is asked for: always to pull this very repository, whatever scope the
    /// challenge names, so that a hostile server cannot collect tokens that can do more.
    private func tokenParameters(
        for challenge: AuthenticationChallenge,
        as identity: Identity
    ) -> [(name: String, value: String)] {
        var parameters: [(name: String, value: String)] = []
        if let user = identity.credential?.username { parameters.append(("account", user)) }
        parameters.append(("scope", "repository:\(gun.name):pull"))
        if let service = challenge.parameters["service"] {
            parameters.append(("service", service))
        }
        return parameters
    }

    private func challenges(
        of refusal: HTTPAnswer
    ) throws(NotaryClientError) -> [AuthenticationChallenge] {
        do {
            return try AuthenticationChallenge.challenges(in: refusal.authenticateHeaders)
        } catch {
            throw .challenge(server: server.origin, reason: error.description)
        }
    }

    private func get(
        _ url: HTTPURL,
        byteLimit: Int,
        authorization: String?
    ) async throws(NotaryClientError) -> HTTPAnswer {
        let request = HTTPGet(
            url: url,
            authorization: authorization,
            byteLimit: byteLimit,
            deadline: deadline
        )
        do { return try await transport.get(request) } catch { throw .transport(error) }
    }

    private func body(of answer: HTTPAnswer) throws(NotaryClientError) -> [UInt8]? {
        switch answer.status {
        case 200: answer.body
        case 404: nil
        default: throw .unexpectedStatus(server: server.origin, status: answer.status)
        }
    }

    private func url(of file: String) throws(NotaryClientError) -> HTTPURL {
        let segments = gun.name.split(separator: "/", omittingEmptySubsequences: false)
        // A server or proxy would clean such a path and answer for another repository.
        guard segments.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
            throw .unaddressable(gun: gun)
        }
        return server.appending(
            path: PercentEncoding.path("/v2/\(gun.name)/_trust/tuf/\(file)")
        )
    }
}
