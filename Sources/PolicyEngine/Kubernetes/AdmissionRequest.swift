public import TUFCore

/// What the API server asks about: one change to one object.
public struct AdmissionRequest: Sendable {
    /// What is being done to the object.
    public enum Operation: String, Hashable, Sendable {
        /// A new object.
        case create = "CREATE"
        /// A changed object; the old one comes along.
        case update = "UPDATE"
        /// An object is removed.
        case delete = "DELETE"
        /// A proxy, exec, attach or the like.
        case connect = "CONNECT"
    }

    /// Names this question; the answer repeats it.
    public let uid: String
    /// The kind that the object was converted to.
    public let kind: GroupVersionKind
    /// `ephemeralcontainers` and the like; nil for the object itself.
    public let subresource: String?
    /// What is being done.
    public let operation: Operation
    /// The object's name; nil when the API server will make one up.
    public let name: String?
    /// The object's namespace; nil when it has none.
    public let namespace: String?
    /// Who asks, as the API server authenticated them.
    public let username: String
    /// Whether nothing will be stored.
    public let isDryRun: Bool
    /// The object as it will be; nil for DELETE and most of CONNECT.
    public let object: JSONValue?
    /// The object as it is; nil for CREATE.
    public let oldObject: JSONValue?
}

extension AdmissionRequest {
    /// Reads the `request` member.
    init(_ request: JSONValue) throws(AdmissionReviewError) {
        let reader = ReviewReader(value: request, path: "request")
        let uid = try reader.required("uid")
        let operationName = try reader.required("operation")
        guard let operation = Operation(rawValue: operationName) else {
            throw .unknownOperation(operationName)
        }
        let kind = try reader.object("kind")
        self.uid = uid
        self.operation = operation
        self.kind = GroupVersionKind(
            group: try kind.string("group") ?? "",
            version: try kind.string("version") ?? "",
            kind: try kind.required("kind")
        )
        subresource = try reader.string("subResource")
        name = try reader.string("name")
        namespace = try reader.string("namespace")
        username = try reader.optionalObject("userInfo")?.string("username") ?? ""
        isDryRun = try reader.boolean("dryRun") ?? false
        let needsObject = operation == .create || operation == .update
        object = needsObject ? try reader.object("object").value : nil
        oldObject = try reader.optionalObject("oldObject")?.value
    }
}
