import TUFCore

/// Pods that a node shows for what it runs from its own files.
enum MirrorPod {
    /// Whether a node says so of itself: the annotation alone anyone can write.
    static func isMirror(_ request: AdmissionRequest) -> Bool {
        let annotations = request.object?["metadata"]?["annotations"]
        return request.kind.kind == "Pod"
            && request.username.hasPrefix("system:node:")
            && annotations?["kubernetes.io/config.mirror"]?.string != nil
    }
}
