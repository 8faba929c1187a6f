import TUFCore

/// The images an AdmissionRequest is about, and what has to be known to judge them.
struct ReviewedImages {
    /// Every image-bearing field, in a fixed order.
    let fields: [ImageField]
    /// The fields that may not be patched, since the API server would refuse the object then.
    let unchangeable: Set<JSONPointer>
    /// The pod specification's own pull secrets, by name.
    let pullSecrets: [String]
    /// The service account whose pull secrets serve when there are none of its own; nil when
    /// the object names no pod specification.
    let serviceAccount: String?

    static let none = ReviewedImages(
        fields: [],
        unchangeable: [],
        pullSecrets: [],
        serviceAccount: nil
    )
}

extension ReviewedImages {
    /// Finds the images of the object in a request.
    init(of request: AdmissionRequest) throws(ObjectError) {
        guard let object = request.object else {
            self = .none
            return
        }
        self = try Self.find(in: object, request: request)
    }

    /// Whether an update leaves every image as it was.
    static func areUnchanged(by request: AdmissionRequest) -> Bool {
        guard let object = request.object, let oldObject = request.oldObject else { return false }
        do throws(ObjectError) {
            let new = try find(in: object, request: request).fields
            return new == (try find(in: oldObject, request: request).fields)
        } catch {
            return false
        }
    }

    private static func find(
        in object: JSONValue,
        request: AdmissionRequest
    ) throws(ObjectError) -> ReviewedImages {
        let cursor = ObjectCursor(object)
        if let kind = try cursor.string("kind"), kind != request.kind.kind {
            throw .kindMismatch(requested: request.kind.kind, found: kind)
        }
        if request.subresource == "ephemeralcontainers" {
            return try ephemeral(in: cursor, request: request)
        }
        guard let shape = WorkloadShape.named(request.kind.kind) else {
            guard ImagelessObjects.contains(request.kind) else {
                throw .unknownKind(request.kind)
            }
            return .none
        }
        guard let podSpec = try shape.podSpec(of: cursor) else { return .none }
        let fields = try podSpec.images()
        let fixed = fields.filter {
            request.operation == .update && !shape.changeable.contains($0.slot)
        }
        return ReviewedImages(
            fields: fields,
            unchangeable: Set(fixed.map(\.pointer)),
            pullSecrets: try podSpec.pullSecrets(),
            serviceAccount: try podSpec.serviceAccount()
        )
    }

    /// The subresource changes ephemeral containers and nothing else, so only these are looked at.
    ///
    /// Up to Kubernetes 1.21 its object is an `EphemeralContainers` with the list at the top,
    /// since 1.22 the whole Pod. Those that are there already cannot change any more.
    private static func ephemeral(
        in cursor: ObjectCursor,
        request: AdmissionRequest
    ) throws(ObjectError) -> ReviewedImages {
        let podSpec = try ephemeralPodSpec(in: cursor, request: request)
        let fields = try podSpec.ephemeralImages()
        var known: Set<[String]> = []
        if let old = request.oldObject {
            let oldSpec = try ephemeralPodSpec(in: ObjectCursor(old), request: request)
            known = Set(try oldSpec.ephemeralImages().map { [$0.owner, $0.image ?? ""] })
        }
        let fixed = fields.filter { known.contains([$0.owner, $0.image ?? ""]) }
        return ReviewedImages(
            fields: fields,
            unchangeable: Set(fixed.map(\.pointer)),
            pullSecrets: try podSpec.pullSecrets(),
            serviceAccount: try podSpec.serviceAccount()
        )
    }

    private static func ephemeralPodSpec(
        in cursor: ObjectCursor,
        request: AdmissionRequest
    ) throws(ObjectError) -> PodSpec {
        switch request.kind.kind {
        case "EphemeralContainers": return PodSpec(cursor)
        case "Pod":
            guard let spec = try cursor.object("spec") else {
                throw .missing(JSONPointer(["spec"]))
            }
            return PodSpec(spec)
        default: throw .unknownKind(request.kind)
        }
    }
}
