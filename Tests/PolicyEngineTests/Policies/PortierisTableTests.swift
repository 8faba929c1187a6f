import TUFCore
import Testing

@testable import PolicyEngine

/// Rows that Portieris recorded, with its verdict, but where we differ on purpose.
@Suite("Tables recorded from Portieris")
struct PortierisTableTests {
    @Test("image references have the same parts, unless the digest is none")
    func imageReference() throws {
        let rows = try PortierisTables("image.reference").rows
        #expect(rows.count == 11)
        for row in rows {
            let input = try #require(row["input"]?.string)
            let isShortDigest = !(row["digest"]?.string ?? "").isEmpty
            guard row["error"]?.string == nil, !isShortDigest else {
                #expect(throws: ImageReferenceError.self, "\(input)") {
                    try ImageReference(parsing: input)
                }
                continue
            }
            let reference = try ImageReference(parsing: input)
            #expect("\(reference.name):\(reference.tag ?? "")" == row["nameWithTag"]?.string)
            #expect(reference.name == row["nameWithoutTag"]?.string)
            let server = TrustServer.known(for: reference.host)
            let expected = row["contentTrustURL"]?.string ?? ""
            #expect(try server == (expected.isEmpty ? nil : TrustServer(parsing: expected)))
        }
    }

    @Test("globs match as recorded", arguments: ["wildcard.Compare"])
    func globs(table: String) throws {
        let rows = try PortierisTables(table).rows
        #expect(rows.count == 13)
        for row in rows {
            let (pattern, input) = (try #require(row["pattern"]?.string), row["input"]?.string)
            #expect(Glob(pattern).matches(input ?? "") == row["match"]?.boolean, "\(pattern)")
        }
    }

    @Test(
        "patterns match as recorded",
        arguments: [("wildcard.CompareAnyTag", 6), ("wildcard.CompareImageRef", 12)]
    )
    func patterns(table: String, count: Int) throws {
        let rows = try PortierisTables(table).rows
        #expect(rows.count == count)
        for row in rows {
            let pattern = try ImagePattern(parsing: try #require(row["pattern"]?.string))
            let image = try ImageReference(parsing: try #require(row["input"]?.string))
            #expect(pattern.matches(image) == row["match"]?.boolean, "\(pattern) \(image)")
        }
    }

    @Test("the same policy is found, and it says the same")
    func find() throws {
        let rows = try PortierisTables("policy.find").rows
        #expect(rows.count == 32)
        for row in rows { try check(row) }
    }

    private func check(_ row: JSONValue) throws {
        let kind = try #require(row["kind"]?.string).replacing("List", with: "")
        let resources = row["specs"]?.elements.enumerated()
            .map { index, spec in
                JSON.object([
                    .init(name: "apiVersion", value: "portieris.cloud.ibm.com/v1"),
                    .init(name: "kind", value: .string(kind)),
                    .init(
                        name: "metadata",
                        value: ["name": .string("p\(index)"), "namespace": "n"]
                    ),
                    .init(name: "spec", value: spec.tree),
                ])
            }
        let manifests = (resources ?? []).map { Manifest(source: "p.json", bytes: $0.serialized()) }
        let policies = PolicySet(manifests: manifests)
        let image = try ImageReference(parsing: try #require(row["image"]?.string))
        let governance = policies.governance(of: image, in: "n")
        guard case .governed(let found, _, _) = governance else {
            #expect(row["policy"]?.isNull == true, "\(image)")
            return
        }
        #expect(found.count == 1)
        let expected = try #require(row["policy"])
        try compare(try #require(found.first), expected)
    }

    /// Portieris reads a requirement without type as one; here such a policy is unaccepted.
    private func compare(_ found: RepositoryPolicy, _ expected: JSONValue) throws {
        let requirements = expected["simple"]?["requirements"]?.elements.map(\.count) ?? []
        guard !requirements.contains(0) else {
            #expect(found.policy == nil)
            return
        }
        let policy = try #require(found.policy)
        let isTrusted = expected["trust"]?["enabled"]?.boolean ?? false
        let isScanned = expected["vulnerability"]?["ICCRVA"]?["enabled"]?.boolean ?? false
        #expect(policy.requirements.count == (isTrusted ? 1 : 0) + (isScanned ? 1 : 0))
    }

    @Test("pull secrets give the same credentials, for their host only")
    func secrets() throws {
        let rows = try PortierisTables("secret.token").rows
        #expect(rows.count == 12)
        for row in rows {
            let policies = PolicySet(manifests: [try secret(row)])
            let id = NamespacedName(namespace: "namespace", name: "name")
            guard case .usable(let found)? = policies.secrets[id]?.credentials else {
                #expect(row["error"]?.string != nil)
                continue
            }
            let registry = row["registry"]?.string ?? ""
            let credential = found.first { $0.host.name == registry }
            #expect(credential?.username ?? "" == row["username"]?.string)
            #expect(credential?.password ?? "" == row["password"]?.string)
        }
    }

    private func secret(_ row: JSONValue) throws -> Manifest {
        let data = row["secretData"]?.members
            .map {
                JSON.Member(
                    name: $0.name,
                    value: .string(Base64.encode(Array(($0.value.string ?? "").utf8)))
                )
            }
        guard let data, !data.isEmpty else { return Manifest(source: "none.yaml", text: "") }
        let secret = JSON.object([
            .init(name: "apiVersion", value: "v1"),
            .init(name: "kind", value: "Secret"),
            .init(name: "metadata", value: ["name": "name", "namespace": "namespace"]),
            .init(name: "data", value: .object(data)),
        ])
        return Manifest(source: "secret.json", bytes: secret.serialized())
    }

    @Test("pods without pull secrets have those of their service account")
    func serviceAccounts() throws {
        let rows = try PortierisTables("serviceaccount.pullsecrets").rows
        #expect(rows.count == 4)
        let accounts = [("default", "wibble"), ("myamazingserviceaccount", "dibble")]
            .map {
                "apiVersion: v1\nkind: ServiceAccount\n"
                    + "metadata: {name: \($0), namespace: default}\n"
                    + "imagePullSecrets: [{name: \($1)}]"
            }
        let policies = Fixtures.policies(accounts[0], accounts[1])
        for row in rows {
            let spec = PodSpec(ObjectCursor(try #require(row["before"])))
            let images = ReviewedImages(
                fields: [],
                unchangeable: [],
                pullSecrets: try spec.pullSecrets(),
                serviceAccount: try spec.serviceAccount()
            )
            let namespace = try #require(row["namespace"]?.string)
            let found = PullCredentials(of: images, in: namespace, from: policies)
            let expected = row["after"]?["imagePullSecrets"]?.elements
                .compactMap {
                    $0["name"]?.string
                }
            #expect(
                found.warnings
                    == (expected ?? [])
                    .map {
                        "pull secret `\(namespace)/\($0)` is not there"
                    }
            )
        }
    }
}
