/// The elements of an array.
public struct JSONElements: Sequence, Sendable {
    /// Steps from element to element.
    public struct Iterator: IteratorProtocol, Sendable {
        private let storage: JSONStorage
        private var indices: Range<Int>

        fileprivate init(storage: JSONStorage, indices: Range<Int>) {
            self.storage = storage
            self.indices = indices
        }

        /// The next element.
        public mutating func next() -> JSONValue? {
            guard let index = indices.first else { return nil }
            indices = storage.index(after: index)..<indices.upperBound
            return JSONValue(storage: storage, index: index)
        }
    }

    let storage: JSONStorage
    let indices: Range<Int>

    /// Starts at the first element.
    public func makeIterator() -> Iterator {
        Iterator(storage: storage, indices: indices)
    }
}
