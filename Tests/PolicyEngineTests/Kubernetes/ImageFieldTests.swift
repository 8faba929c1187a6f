import PolicyEngine
import Testing

@Suite("Image-bearing fields")
struct ImageFieldTests {
    static let podSpec = """
        {"containers":[{"name":"a","image":"img/c0"},{"name":"b","image":"img/c1"}],
        "initContainers":[{"name":"i","image":"img/i0"}],
        "ephemeralContainers":[{"name":"e","image":"img/e0"}],
        "volumes":[{"name":"v","emptyDir":{}},{"name":"w","image":{"reference":"img/v1"}}]}
        """
    static let fields = [
        "containers/0/image", "containers/1/image", "initContainers/0/image",
        "ephemeralContainers/0/image", "volumes/1/image/reference",
    ]

    static let workloads: [(String, String, String, [String])] = [
        ("", "Pod", #"{"spec":SPEC}"#, ["spec"]),
        ("apps", "Deployment", #"{"spec":{"template":{"spec":SPEC}}}"#, template),
        ("extensions", "Deployment", #"{"spec":{"template":{"spec":SPEC}}}"#, template),
        ("apps", "ReplicaSet", #"{"spec":{"template":{"spec":SPEC}}}"#, template),
        ("apps", "StatefulSet", #"{"spec":{"template":{"spec":SPEC}}}"#, template),
        ("apps", "DaemonSet", #"{"spec":{"template":{"spec":SPEC}}}"#, template),
        ("", "ReplicationController", #"{"spec":{"template":{"spec":SPEC}}}"#, template),
        ("batch", "Job", #"{"spec":{"template":{"spec":SPEC}}}"#, template),
        (
            "batch", "CronJob",
            #"{"spec":{"jobTemplate":{"spec":{"template":{"spec":SPEC}}}}}"#,
            ["spec", "jobTemplate", "spec", "template", "spec"]
        ),
        ("", "PodTemplate", #"{"template":{"spec":SPEC}}"#, ["template", "spec"]),
    ]
    static let template = ["spec", "template", "spec"]

    @Test("all five lists of every workload are judged", arguments: workloads)
    func everyField(workload: (String, String, String, [String])) throws {
        let (group, kind, shape, path) = workload
        let object = shape.replacing("SPEC", with: Self.podSpec)
        let review = try Fixtures.review(kind: kind, group: group, object: object)
        let plan = Fixtures.plan(review, Fixtures.cluster([("*", "{}")]))
        let prefix = "/" + path.joined(separator: "/") + "/"
        #expect(plan.images.map(\.field.pointer.text) == Self.fields.map { prefix + $0 })
        #expect(plan.decision(with: [:]).isAllowed)
    }

    @Test("one unknown image in any list denies the whole", arguments: fields)
    func oneBad(field: String) throws {
        let place = ["c0", "c1", "i0", "e0", "v1"][Self.fields.firstIndex(of: field) ?? 0]
        let spec = Self.podSpec.replacing("img/\(place)", with: "evil/x")
        let review = try Fixtures.review(object: #"{"spec":\#(spec)}"#)
        let decision = Fixtures.decide(review, Fixtures.cluster([("img/*", "{}")]))
        #expect(decision.reasons.map(\.field?.text) == ["/spec/\(field)"])
        #expect(decision.reasons.map(\.code) == [.noPolicy])
    }

    @Test(
        "a field of the wrong type is a denial that names it",
        arguments: [
            (#"{"spec":{"containers":"x"}}"#, "`spec.containers` is not an array"),
            (#"{"spec":{"containers":{}}}"#, "`spec.containers` is not an array"),
            (#"{"spec":{"containers":["x"]}}"#, "`spec.containers[0]` is not an object"),
            (#"{"spec":{"containers":[null]}}"#, "`spec.containers[0]` is not an object"),
            (
                #"{"spec":{"containers":[{"image":7}]}}"#,
                "`spec.containers[0].image` is not a string"
            ),
            (
                #"{"spec":{"containers":[{"image":["nginx"]}]}}"#,
                "`spec.containers[0].image` is not a string"
            ),
            (
                #"{"spec":{"containers":[{"image":"a"}],"initContainers":true}}"#,
                "`spec.initContainers` is not an array"
            ),
            (
                #"{"spec":{"containers":[{"image":"a"}],"volumes":[{"image":"a"}]}}"#,
                "`spec.volumes[0].image` is not an object"
            ),
            (
                #"{"spec":{"containers":[{"image":"a"}],"imagePullSecrets":["a"]}}"#,
                "`spec.imagePullSecrets[0]` is not an object"
            ),
            (#"{"spec":[]}"#, "`spec` is not an object"),
            (#"{"spec":null}"#, "`spec` is missing"),
            (#"{}"#, "`spec` is missing"),
            (#"{"spec":{}}"#, "`spec` has no container"),
            (#"{"spec":{"containers":null}}"#, "`spec` has no container"),
            (#"{"spec":{"containers":[]}}"#, "`spec` has no container"),
            (#"{"kind":"ConfigMap","spec":{}}"#, "the object is a `ConfigMap`"),
            (#"{"kind":7,"spec":{}}"#, "`kind` is not a string"),
        ]
    )
    func wrongType(object: String, text: String) throws {
        let review = try Fixtures.review(object: object)
        let decision = Fixtures.decide(review, Fixtures.cluster([("*", "{}")]))
        #expect(decision.reasons.map(\.code) == [.unreadableObject])
        #expect(decision.reasons.first?.text.contains(text) == true, "\(decision.reasons)")
    }

    @Test(
        "an image that is absent, null or empty is a denial that names the field",
        arguments: ["{}", #"{"image":null}"#, #"{"image":""}"#]
    )
    func noImage(container: String) throws {
        let review = try Fixtures.review(object: #"{"spec":{"containers":[\#(container)]}}"#)
        let decision = Fixtures.decide(review, Fixtures.cluster([("*", "{}")]))
        #expect(decision.reasons.map(\.code) == [.unreadableImage])
        #expect(decision.reasons.first?.field?.text == "/spec/containers/0/image")
        let volume = #"{"containers":[{"image":"a"}],"volumes":[{"image":{}}]}"#
        let other = try Fixtures.review(object: #"{"spec":\#(volume)}"#)
        let denied = Fixtures.decide(other, Fixtures.cluster([("*", "{}")]))
        #expect(denied.reasons.first?.field?.text == "/spec/volumes/0/image/reference")
    }

    @Test("a ReplicationController without a template runs nothing; a Deployment must have one")
    func noTemplate() throws {
        for spec in [#"{}"#, #"{"template":null}"#, #"{"template":{}}"#] {
            let object = #"{"spec":\#(spec)}"#
            let controller = try Fixtures.review(kind: "ReplicationController", object: object)
            #expect(Fixtures.decide(controller).pass == .noImages)
            let deployment = try Fixtures.review(kind: "Deployment", group: "apps", object: object)
            #expect(Fixtures.decide(deployment).reasons.map(\.code) == [.unreadableObject])
        }
    }

    @Test("a kind nobody knows is denied, one known to run nothing is not")
    func unknownKinds() throws {
        let widget = try Fixtures.review(kind: "Widget", group: "example.com", object: "{}")
        let decision = Fixtures.decide(widget, Fixtures.cluster([("*", "{}")]))
        #expect(decision.reasons.map(\.code) == [.unreadableObject])
        #expect(decision.reasons.first?.text.contains("example.com/v1 Widget") == true)
        let list = try Fixtures.review(kind: "PodList", object: #"{"items":[]}"#)
        #expect(!Fixtures.decide(list, Fixtures.cluster([("*", "{}")])).isAllowed)
        let map = try Fixtures.review(kind: "ConfigMap", object: "{}")
        #expect(Fixtures.decide(map).pass == .noImages)
        let foreign = try Fixtures.review(kind: "ConfigMap", group: "example.com", object: "{}")
        #expect(!Fixtures.decide(foreign, Fixtures.cluster([("*", "{}")])).isAllowed)
    }

    @Test("more images than are looked at deny the whole")
    func tooMany() throws {
        let containers = (0...512).map { #"{"image":"img/\#($0)"}"# }.joined(separator: ",")
        let review = try Fixtures.review(object: #"{"spec":{"containers":[\#(containers)]}}"#)
        let decision = Fixtures.decide(review, Fixtures.cluster([("*", "{}")]))
        #expect(decision.reasons.map(\.code) == [.unreadableObject])
    }
}
