/// What a webhook with wide rules may be sent although it runs no image.
///
/// Anything that is neither here nor a workload is denied: a kind nobody knows may hold images.
enum ImagelessObjects {
    /// Subresources through which no image can change, whatever object they carry: the API
    /// server takes only status, resources, scale and the like from it.
    static let subresources: Set = [
        "approval", "attach", "binding", "eviction", "exec", "finalize", "log", "portforward",
        "proxy", "resize", "scale", "status", "token",
    ]

    /// Whether the kind is one of Kubernetes' own that has no pod specification.
    static func contains(_ kind: GroupVersionKind) -> Bool {
        kinds[kind.group]?.contains(kind.kind) ?? false
    }

    private static let kinds: [String: Set<String>] = [
        "": [
            "Binding", "ConfigMap", "Endpoints", "Event", "LimitRange", "Namespace", "Node",
            "PersistentVolume", "PersistentVolumeClaim", "ResourceQuota", "Secret", "Service",
            "ServiceAccount",
        ],
        "apps": ["ControllerRevision"],
        "autoscaling": ["HorizontalPodAutoscaler", "Scale"],
        "coordination.k8s.io": ["Lease"],
        "discovery.k8s.io": ["EndpointSlice"],
        "events.k8s.io": ["Event"],
        "networking.k8s.io": ["Ingress", "IngressClass", "NetworkPolicy"],
        "policy": ["Eviction", "PodDisruptionBudget"],
        "rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
        "storage.k8s.io": ["StorageClass", "VolumeAttachment"],
    ]
}
