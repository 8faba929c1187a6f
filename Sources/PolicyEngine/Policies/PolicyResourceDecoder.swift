/// Reads an ImagePolicy or ClusterImagePolicy of `portieris.cloud.ibm.com/v1`.
struct PolicyResourceDecoder {
    let id: PolicyID
    let origin: ManifestOrigin

    /// The resource; what cannot be read of it is kept as the reason to deny.
    func resource(_ document: ManifestField) -> PolicyResource {
        var repositories: [RepositoryPolicy] = []
        do throws(ManifestError) {
            try document.refuseOthers(than: ["apiVersion", "kind", "metadata", "spec", "status"])
            guard let spec = try document.member("spec") else {
                return PolicyResource(id: id, repositories: [], unreadable: nil)
            }
            try spec.refuseOthers(than: ["repositories"])
            for element in try spec.elements("repositories") {
                repositories.append(try repository(element))
            }
            return PolicyResource(id: id, repositories: repositories, unreadable: nil)
        } catch {
            return PolicyResource(
                id: id,
                repositories: repositories,
                unreadable: origin.error(error)
            )
        }
    }

    /// One entry; a pattern that cannot be read is thrown, a policy is kept as unaccepted.
    private func repository(_ field: ManifestField) throws(ManifestError) -> RepositoryPolicy {
        let name = try field.required("name")
        var place = origin
        (place.line, place.field) = (field.value.line, field.path)
        return RepositoryPolicy(
            id: id,
            pattern: try pattern(name),
            content: content(field, origin: place),
            origin: place
        )
    }

    private func pattern(_ field: ManifestField) throws(ManifestError) -> ImagePattern {
        let text = try field.string()
        do {
            return try ImagePattern(parsing: text)
        } catch {
            throw field.error(.invalid(error.description))
        }
    }

    private func content(
        _ field: ManifestField,
        origin place: ManifestOrigin
    ) -> RepositoryPolicy.Content {
        do throws(ManifestError) {
            try field.refuseOthers(than: ["name", "policy"])
            return .accepted(try PolicyDecoder.policy(try field.member("policy")))
        } catch {
            return .unaccepted(place.error(error))
        }
    }
}
