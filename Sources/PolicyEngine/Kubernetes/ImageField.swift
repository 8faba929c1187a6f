/// One image-bearing field of an object, and what stands there.
public struct ImageField: Hashable, Sendable {
    /// Which list of a pod specification the field belongs to.
    public enum Slot: String, Hashable, Sendable, CaseIterable {
        /// `containers[].image`
        case containers
        /// `initContainers[].image`
        case initContainers
        /// `ephemeralContainers[].image`
        case ephemeralContainers
        /// `volumes[].image.reference`
        case volumes
    }

    /// Where the field is.
    public let pointer: JSONPointer
    /// Which list it belongs to.
    public let slot: Slot
    /// The name of the container or volume, empty when it has none.
    public let owner: String
    /// What stands there, nil when the field is absent, null or empty.
    public let image: String?
}
