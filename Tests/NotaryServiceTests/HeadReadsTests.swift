import Synchronization
import TUFCore
import Testing

@testable import NotaryService

@Suite("Heads read for many readers at once")
struct HeadReadsTests {
    /// The publications that were acknowledged, and the readings that began.
    private final class Store: Sendable {
        let published = Mutex(0)
        let readings = Mutex(0)

        var newest: Int { published.withLock { $0 } }
        func publish() { published.withLock { $0 += 1 } }
        func begin() { readings.withLock { $0 += 1 } }
    }

    private let store = Store()
    private let gun: GUN

    init() throws {
        gun = try GUN("lab/app")
    }

    private static func digest(_ number: Int) -> Digest {
        HashAlgorithm.sha256.digest(of: Array("\(number)".utf8))
    }

    /// Lets a test hold the first reading until it has seen who else asks.
    @MainActor
    @Test("who asks while a reading runs waits for the next, together with all others who do")
    func together() async throws {
        let (held, release) = AsyncStream.makeStream(of: Void.self)
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let reads = HeadReads { [store] _ in
            store.begin()
            let found = store.newest
            begin.finish()
            for await _ in held {}
            return Self.digest(found)
        }
        let first = Task { try await reads.head(of: gun) }
        for await _ in begun {}
        store.publish()
        let others = (0..<20).map { _ in Task { try await reads.head(of: gun) } }
        // All of one actor, so the others have asked when this one has run.
        await Task {}.value
        release.finish()
        #expect(try await first.value == Self.digest(0))
        for other in others { #expect(try await other.value == Self.digest(1)) }
        #expect(store.readings.withLock { $0 } == 2)
    }

    @Test("no reader gets what was current before it asked")
    func neverStale() async throws {
        let reads = HeadReads { [store] _ in
            let found = store.newest
            for _ in 0..<3 { await Task.yield() }
            return Self.digest(found)
        }
        let numbers = Dictionary(uniqueKeysWithValues: (0...1000).map { (Self.digest($0), $0) })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [store] in
                for _ in 0..<1000 {
                    store.publish()
                    await Task.yield()
                }
            }
            for _ in 0..<8 {
                group.addTask { [store, gun] in
                    for _ in 0..<500 {
                        let acknowledged = store.newest
                        let head = try #require(try await reads.head(of: gun))
                        #expect(try #require(numbers[head]) >= acknowledged)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("a reader that is cancelled takes the answer from none of the others")
    func cancelled() async throws {
        let (held, release) = AsyncStream.makeStream(of: Void.self)
        let reads = HeadReads { _ in
            for await _ in held {}
            return Task.isCancelled ? nil : Self.digest(1)
        }
        let readers = (0..<4).map { _ in Task { try await reads.head(of: gun) } }
        readers[0].cancel()
        release.finish()
        for reader in readers.dropFirst() { #expect(try await reader.value == Self.digest(1)) }
    }

    @Test("a fault is told to those who asked, and the next reading is another")
    func fault() async throws {
        let reads = HeadReads { [store] _ throws(StoreError) in
            store.begin()
            if store.newest == 0 { throw .unavailable("told to fail") }
            return Self.digest(1)
        }
        await #expect(throws: StoreError.unavailable("told to fail")) {
            try await reads.head(of: gun)
        }
        store.publish()
        #expect(try await reads.head(of: gun) == Self.digest(1))
        #expect(store.readings.withLock { $0 } == 2)
    }

    @Test("repositories do not wait for one another")
    func separate() async throws {
        let (held, release) = AsyncStream.makeStream(of: Void.self)
        let reads = HeadReads { [gun] asked in
            if asked == gun { for await _ in held {} }
            return Self.digest(1)
        }
        let waiting = Task { try await reads.head(of: gun) }
        #expect(try await reads.head(of: GUN("lab/other")) == Self.digest(1))
        release.finish()
        #expect(try await waiting.value == Self.digest(1))
    }
}
