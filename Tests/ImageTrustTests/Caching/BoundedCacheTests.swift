import Testing

@testable import ImageTrust

@Suite struct BoundedCacheTests {
    @Test("the value used longest ago goes first when the limit is passed")
    func eviction() {
        var cache = BoundedCache<String, Int>(limit: 3)
        for (key, value) in [("a", 1), ("b", 2), ("c", 3)] { cache.keep(value, for: key) }
        #expect(cache.value(for: "a") == 1)
        cache.keep(4, for: "d")
        #expect(cache.value(for: "b") == nil)
        #expect(["a", "c", "d"].map { cache.value(for: $0) } == [1, 3, 4])
    }

    @Test("a value that alone is beyond the limit is not kept, nor is what it would replace")
    func tooLarge() {
        var cache = BoundedCache<String, Int>(limit: 10)
        cache.keep(1, for: "a", cost: 10)
        cache.keep(2, for: "a", cost: 11)
        #expect(cache.value(for: "a") == nil)
        #expect(cache.count == 0)
    }

    @Test("replacing a value gives its cost back")
    func replacing() {
        var cache = BoundedCache<String, Int>(limit: 10)
        for value in 1...5 { cache.keep(value, for: "a", cost: 9) }
        cache.keep(6, for: "b", cost: 1)
        #expect(cache.value(for: "a") == 5)
        #expect(cache.value(for: "b") == 6)
    }
}
