import TUFCore

/// The part of a pod specification that images and their credentials come from.
struct PodSpec {
    /// Images looked at in one review; more are denied, since each may cost a look-up.
    static let imageLimit = 512

    private let cursor: ObjectCursor

    init(_ cursor: ObjectCursor) { self.cursor = cursor }

    /// Every image-bearing field there is: the only way to reach any of them.
    func images() throws(ObjectError) -> [ImageField] {
        var fields: [ImageField] = []
        for slot in ImageField.Slot.allCases { fields += try images(in: slot) }
        guard fields.contains(where: { $0.slot == .containers }) else {
            throw .noContainers(cursor.pointer)
        }
        return try Self.limited(fields)
    }

    /// The ephemeral containers alone, for the subresource that can change nothing else.
    func ephemeralImages() throws(ObjectError) -> [ImageField] {
        try Self.limited(try images(in: .ephemeralContainers))
    }

    /// Names of the pull secrets.
    func pullSecrets() throws(ObjectError) -> [String] {
        var names: [String] = []
        for secret in try cursor.objects("imagePullSecrets") {
            if let name = try secret.string("name"), !name.isEmpty { names.append(name) }
        }
        return names
    }

    /// The service account the pods run under.
    func serviceAccount() throws(ObjectError) -> String {
        for member in ["serviceAccountName", "serviceAccount"] {
            if let name = try cursor.string(member), !name.isEmpty { return name }
        }
        return "default"
    }

    private func images(in slot: ImageField.Slot) throws(ObjectError) -> [ImageField] {
        var fields: [ImageField] = []
        for entry in try cursor.objects(slot.rawValue) {
            let holder = slot == .volumes ? try entry.object("image") : entry
            let member = slot == .volumes ? "reference" : "image"
            guard let holder else { continue }
            fields.append(
                ImageField(
                    pointer: holder.pointer.appending(member),
                    slot: slot,
                    owner: try entry.string("name") ?? "",
                    image: try holder.string(member).flatMap { $0.isEmpty ? nil : $0 }
                )
            )
        }
        return fields
    }

    private static func limited(_ fields: [ImageField]) throws(ObjectError) -> [ImageField] {
        guard fields.count <= imageLimit else { throw .tooManyImages(limit: imageLimit) }
        return fields
    }
}
