import HTTPService
import Testing

@Suite("A capacity")
struct CapacityTests {
    @Test("no more is taken than there is, and what comes back can be taken again")
    func bounds() {
        let capacity = Capacity(3)
        #expect(capacity.take(2) && capacity.take())
        #expect(!capacity.take())
        #expect(capacity.inUse == 3)
        capacity.give(2)
        #expect(!capacity.take(3))
        #expect(capacity.take(2))
    }

    @Test("many at once never take more than there is")
    func concurrent() async {
        let capacity = Capacity(8)
        let taken = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<1000 { group.addTask { capacity.take() } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(taken == 8 && capacity.inUse == 8)
    }
}
