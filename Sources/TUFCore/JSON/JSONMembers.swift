/// The members of an object, in the order they are written.
///
/// Names differ in their bytes. Two of them can still be equal as `String`, which compares
/// characters however they are encoded: do not make a dictionary that must not have duplicates.
public struct JSONMembers: Sequence, Sendable {
    /// Steps from member to member.
    public struct Iterator: IteratorProtocol, Sendable {
        private let storage: JSONStorage
        private var indices: Range<Int>

        fileprivate init(storage: JSONStorage, indices: Range<Int>) {
            self.storage = storage
            self.indices = indices
        }

        /// The next member.
        public mutating func next() -> (name: String, value: JSONValue)? {
            guard let nameIndex = indices.first else { return nil }
            let value = JSONValue(storage: storage, index: nameIndex + 1)
            indices = storage.index(after: nameIndex + 1)..<indices.upperBound
            return (storage.string(at: nameIndex), value)
        }
    }

    let storage: JSONStorage
    let indices: Range<Int>

    /// Starts at the first member.
    public func makeIterator() -> Iterator {
        Iterator(storage: storage, indices: indices)
    }
}
