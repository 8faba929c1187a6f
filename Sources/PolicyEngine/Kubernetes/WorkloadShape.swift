/// Where a kind of workload keeps its pod specification, and what may change in it.
struct WorkloadShape: Sendable {
    /// What it means when there is no pod specification at the place for it.
    enum Absence: Sendable {
        /// The object runs nothing.
        case carriesNoImage
        /// The API demands one, so the object is not understood.
        case refused
    }

    let kind: String
    /// Members that lead to the pod specification.
    let path: [String]
    var absence = Absence.refused
    /// The images that an UPDATE of the whole object may change; the API server refuses a
    /// patch of the others, so these are verified and left as they are.
    var changeable = Set(ImageField.Slot.allCases)

    /// The shape of the kind, in whatever group and version, nil when it is not a workload.
    static func named(_ kind: String) -> WorkloadShape? {
        builtIn.first { $0.kind == kind }
    }

    private static let template = ["spec", "template", "spec"]

    private static let builtIn = [
        WorkloadShape(kind: "Pod", path: ["spec"], changeable: [.containers, .initContainers]),
        WorkloadShape(kind: "Deployment", path: template),
        WorkloadShape(kind: "ReplicaSet", path: template),
        WorkloadShape(kind: "StatefulSet", path: template),
        WorkloadShape(kind: "DaemonSet", path: template),
        WorkloadShape(kind: "ReplicationController", path: template, absence: .carriesNoImage),
        WorkloadShape(kind: "Job", path: template, changeable: []),
        WorkloadShape(kind: "CronJob", path: ["spec", "jobTemplate"] + template),
        WorkloadShape(kind: "PodTemplate", path: ["template", "spec"]),
    ]

    /// The pod specification within an object of this kind.
    func podSpec(of object: ObjectCursor) throws(ObjectError) -> PodSpec? {
        var cursor = object
        for name in path {
            guard let next = try cursor.object(name) else {
                if absence == .carriesNoImage { return nil }
                throw .missing(cursor.pointer.appending(name))
            }
            cursor = next
        }
        return PodSpec(cursor)
    }
}
