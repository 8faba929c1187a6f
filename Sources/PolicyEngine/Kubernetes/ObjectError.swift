/// Why it cannot be told which images a Kubernetes object has; it is denied then.
public enum ObjectError: Error, Hashable, Sendable {
    /// A field that every object of the kind has is not there.
    case missing(JSONPointer)
    /// A field is not of the type that the API gives it.
    case wrongType(JSONPointer, expected: String)
    /// A pod specification without any container.
    case noContainers(JSONPointer)
    /// More images than are looked at in one review.
    case tooManyImages(limit: Int)
    /// A kind that is not one of the built-in workloads, and not known to carry no image.
    case unknownKind(GroupVersionKind)
    /// The object says it is of another kind than the request does.
    case kindMismatch(requested: String, found: String)
    /// A workload belongs to a namespace, and the request names none.
    case noNamespace
}

extension ObjectError: CustomStringConvertible {
    /// What is wrong, in words, with the field that is.
    public var description: String {
        switch self {
        case .missing(let field): "`\(field)` is missing"
        case .wrongType(let field, let expected): "`\(field)` is not \(expected)"
        case .noContainers(let field): "`\(field)` has no container"
        case .tooManyImages(let limit): "the object has more than \(limit) images"
        case .unknownKind(let kind): "cannot tell where the images of a \(kind) are"
        case .kindMismatch(let requested, let found):
            "the request is for a \(requested), the object is a `\(found)`"
        case .noNamespace: "the request names no namespace"
        }
    }
}
