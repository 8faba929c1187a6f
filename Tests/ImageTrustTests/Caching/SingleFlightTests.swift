import Synchronization
import Testing

@testable import ImageTrust

@Suite struct SingleFlightTests {
    /// Holds whoever comes until it is opened.
    private actor Gate {
        private var isOpen = false
        private var waiting: [CheckedContinuation<Void, Never>] = []

        func pass() async {
            guard !isOpen else { return }
            await withCheckedContinuation { waiting.append($0) }
        }

        func open() {
            isOpen = true
            for continuation in waiting { continuation.resume() }
            waiting = []
        }
    }

    @Test("a cancelled waiter gets nothing, and the others their result of the same work")
    func cancelledWaiter() async throws {
        let flights = SingleFlight<String, Int>()
        let gate = Gate()
        let runs = Mutex(0)
        let work: @Sendable () async -> Int = {
            runs.withLock { $0 += 1 }
            await gate.pass()
            return 42
        }
        let cancelled = Task { try await flights.value(for: "key", work) }
        while await flights.count == 0 { await Task.yield() }
        let other = Task { try await flights.value(for: "key", work) }
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        await gate.open()
        #expect(try await other.value == 42)
        #expect(runs.withLock { $0 } <= 2)
        #expect(await flights.count == 0)
    }

    @Test("work whose only waiter is cancelled still ends, and the next one gets new work")
    func abandonedWork() async throws {
        let flights = SingleFlight<String, Int>()
        let gate = Gate()
        let waiter = Task {
            try await flights.value(for: "key") {
                await gate.pass()
                return 1
            }
        }
        while await flights.count == 0 { await Task.yield() }
        waiter.cancel()
        await #expect(throws: CancellationError.self) { try await waiter.value }
        #expect(await flights.count == 1)
        await gate.open()
        while await flights.count > 0 { await Task.yield() }
        #expect(try await flights.value(for: "key") { 2 } == 2)
    }

    @Test("different keys do not wait for each other")
    func keys() async throws {
        let flights = SingleFlight<String, Int>()
        let gate = Gate()
        let held = Task {
            try await flights.value(for: "held") {
                await gate.pass()
                return 1
            }
        }
        #expect(try await flights.value(for: "free") { 2 } == 2)
        await gate.open()
        #expect(try await held.value == 1)
    }
}
