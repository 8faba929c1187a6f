import TUFCore
import Testing

@testable import PolicyEngine

@Suite("Secrets of policies and pods")
struct SecretTests {
    static func signer(_ name: String, _ pem: String, field: String = "stringData") -> String {
        let value = { (text: String) in
            field == "data" ? Base64.encode(Array(text.utf8)) : text
        }
        let secret = JSON.object([
            .init(name: "apiVersion", value: "v1"),
            .init(name: "kind", value: "Secret"),
            .init(name: "metadata", value: ["name": .string(name), "namespace": "team"]),
            .init(
                name: field,
                value: ["name": .string(value(name)), "publicKey": .string(value(pem))]
            ),
        ])
        return String(decoding: secret.serialized(), as: UTF8.self)
    }

    static func pem(_ key: PublicKey) -> String {
        let body = Base64.encode(key.subjectPublicKeyInfo)
        return "-----BEGIN PUBLIC KEY-----\n\(body)\n-----END PUBLIC KEY-----\n"
    }

    static func pull(_ name: String, _ configuration: String) -> String {
        let secret = JSON.object([
            .init(name: "apiVersion", value: "v1"),
            .init(name: "kind", value: "Secret"),
            .init(name: "type", value: "kubernetes.io/dockerconfigjson"),
            .init(name: "metadata", value: ["name": .string(name), "namespace": "team"]),
            .init(name: "stringData", value: [".dockerconfigjson": .string(configuration)]),
        ])
        return String(decoding: secret.serialized(), as: UTF8.self)
    }

    @Test("a signer is read from data and from stringData", arguments: ["data", "stringData"])
    func signer(field: String) throws {
        let key = try KeyGenerator().generate(.ecdsa).publicKey
        let policies = Fixtures.policies(Self.signer("alice", Self.pem(key), field: field))
        let secret = policies.secrets[NamespacedName(namespace: "team", name: "alice")]
        guard case .usable(let signer)? = secret?.signer else {
            Issue.record("no signer: \(policies.diagnostics)")
            return
        }
        #expect(signer.role.name == "targets/alice")
        #expect(signer.publicKey == key)
        #expect(signer.keyID == Key(notary: key).id)
    }

    @Test("a bad key or name is a diagnostic, and a denial that names the Secret")
    func badKey() throws {
        let key = try KeyGenerator().generate(.ecdsa).publicKey
        let trust = #"{trust: {enabled: true, signerSecrets: [{name: NAME}]}}"#
        for (name, pem) in [("alice", "nonsense"), ("Alice", Self.pem(key))] {
            let policy = Fixtures.namespaced([("nginx", trust.replacing("NAME", with: name))])
            let policies = Fixtures.policies(Self.signer(name, pem), policy)
            #expect(policies.diagnostics.map(\.severity) == [.error])
            #expect(policies.diagnostics.first?.message.contains("team/\(name)") == true)
            let plan = AdmissionPlan(for: try Fixtures.pod("nginx"), under: policies)
            let reasons = plan.decision(with: [:]).reasons
            #expect(reasons.map(\.code) == [.policyIncomplete])
            #expect(reasons.first?.text.contains("team/\(name)") == true)
        }
    }

    @Test("a missing Secret is a diagnostic at the policy, and a denial")
    func missing() throws {
        let trust = "{trust: {enabled: true, signerSecrets: [{name: nobody}]}}"
        let policies = Fixtures.policies(Fixtures.namespaced([("nginx", trust)]))
        #expect(policies.diagnostics.map(\.field) == ["spec.repositories[0]"])
        #expect(policies.diagnostics.first?.message == "the signer secret `nobody` is not there")
        let plan = AdmissionPlan(for: try Fixtures.pod("nginx"), under: policies)
        #expect(plan.questions.isEmpty)
        #expect(plan.decision(with: [:]).reasons.map(\.code) == [.policyIncomplete])
    }

    @Test("base64 that is none is a diagnostic that names the field")
    func badBase64() {
        let text = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {name: '*'}"
        #expect(Fixtures.policies(text).diagnostics.map(\.field) == ["data.name"])
    }

    @Test("credentials go to their exact host and to no other")
    func exactHost() throws {
        let configuration = #"{"auths":{"registry.example.com":{"auth":"dTpw"}}}"#
        let policy = Fixtures.namespaced([("*", Fixtures.trust)])
        for (image, count) in [
            ("registry.example.com/a", 1), ("REGISTRY.example.com:443/a", 1),
            ("registry.example.com:5000/a", 0), ("registry.example.com.evil.com/a", 0),
            ("evil-registry.example.com/a", 0), ("nginx", 0),
        ] {
            let pod =
                #"{"spec":{"containers":[{"image":"\#(image)"}],"#
                + #""imagePullSecrets":[{"name":"pull"}]}}"#
            let review = try Fixtures.review(object: pod)
            let plan = Fixtures.plan(review, policy, Self.pull("pull", configuration))
            #expect(plan.questions.map(\.credentials.count) == [count], "\(image)")
        }
    }

    @Test(
        "server names of Docker's configuration are read as hosts; parts of a host are left out",
        arguments: [
            ("https://index.docker.io/v1/", "docker.io"), ("docker.io", "docker.io"),
            ("http://localhost:5000", "localhost:5000"), ("https://quay.io/v2/", "quay.io"),
            ("registry.example.com/team", nil), ("*.example.com", nil), ("", nil),
        ] as [(String, String?)]
    )
    func servers(name: String, host: String?) throws {
        let configuration = #"{"auths":{"\#(name)":{"username":"u","password":"p"}}}"#
        let bytes = Array(configuration.utf8)
        let read = try DockerConfiguration(parsing: bytes, isNested: true)
        #expect(read.credentials.map(\.host.name) == [host].compactMap { $0 })
        #expect(read.remarks.count == (host == nil ? 1 : 0))
    }

    @Test("a credential shows its password to nobody")
    func redacted() throws {
        let credential = RegistryCredential(
            host: .dockerHub,
            username: "u",
            password: "hunter2"
        )
        var text = "\(credential) \(String(reflecting: credential))"
        dump(credential, to: &text)
        #expect(!text.contains("hunter2"))
    }

    @Test("without pull secrets of its own a pod has those of its service account")
    func serviceAccount() throws {
        let account =
            "apiVersion: v1\nkind: ServiceAccount\n"
            + "metadata: {name: NAME, namespace: team}\nimagePullSecrets: [{name: pull}]"
        let secret = Self.pull("pull", #"{"auths":{"docker.io":{"auth":"dTpw"}}}"#)
        let policy = Fixtures.namespaced([("*", Fixtures.trust)])
        for (spec, name, count) in [
            ("", "default", 1), (#","serviceAccountName":"robot""#, "robot", 1),
            (#","serviceAccountName":"robot""#, "default", 0),
            (#","imagePullSecrets":[{"name":"other"}]"#, "default", 0),
        ] {
            let object = #"{"spec":{"containers":[{"image":"nginx"}]\#(spec)}}"#
            let plan = Fixtures.plan(
                try Fixtures.review(object: object),
                policy,
                secret,
                account.replacing("NAME", with: name)
            )
            #expect(plan.questions.map(\.credentials.count) == [count], "\(spec) \(name)")
        }
    }

    @Test("a pull secret that is missing or broken is a warning, since it only asks more rights")
    func missingPullSecret() throws {
        let object =
            #"{"spec":{"containers":[{"image":"nginx"}],"imagePullSecrets":[{"name":"p"}]}}"#
        let review = try Fixtures.review(object: object)
        let policy = Fixtures.namespaced([("*", Fixtures.trust)])
        #expect(Fixtures.plan(review, policy).warnings == ["pull secret `team/p` is not there"])
        let broken = Fixtures.plan(review, policy, Self.pull("p", "{"))
        #expect(broken.warnings.count == 1)
    }
}
