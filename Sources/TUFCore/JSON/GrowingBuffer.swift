/// An array for the scanner, without the check for shared storage that `Array` makes at each
/// append: that check costs a third of the scan.
@safe
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
    private(set) var count = 0
    private var capacity: Int
    private var base: UnsafeMutablePointer<Element>

    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        unsafe base = .allocate(capacity: self.capacity)
    }

    /// So many times the same element.
    init(repeating element: Element, count: Int) {
        self.init(capacity: count)
        unsafe base.initialize(repeating: element, count: count)
        self.count = count
    }

    deinit {
        unsafe base.deallocate()
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow() }
        unsafe (base + count).initialize(to: element)
        count += 1
    }

    /// The first element; good until the buffer grows.
    @inline(__always)
    var first: UnsafeMutablePointer<Element> { unsafe base }

    /// Adds so many elements, to be written by the caller before anything else is done; gives the
    /// first of all elements.
    @inline(__always)
    mutating func extend(by number: Int) -> UnsafeMutablePointer<Element> {
        while count &+ number > capacity { grow() }
        count &+= number
        return unsafe base
    }

    @inline(__always)
    mutating func removeLast() -> Element {
        precondition(count > 0)
        count -= 1
        return unsafe base[count]
    }

    /// Takes away the last elements.
    @inline(__always)
    mutating func removeLast(_ number: Int) {
        precondition(number >= 0 && number <= count)
        count -= number
    }

    @inline(__always)
    mutating func removeAll() { count = 0 }

    @inline(__always)
    subscript(_ index: Int) -> Element {
        get {
            precondition(index >= 0 && index < count)
            return unsafe base[index]
        }
        set {
            precondition(index >= 0 && index < count)
            unsafe base[index] = newValue
        }
    }

    @inline(__always)
    borrowing func withUnsafeElements<Result, Failure: Error>(
        _ body: (UnsafePointer<Element>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(UnsafePointer(base))
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        unsafe larger.moveInitialize(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = larger
        capacity *= 2
    }
}
