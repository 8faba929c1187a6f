import NotaryTesting
import TUFCore
import Testing

@testable import NotaryService

@Suite("The cache of verified heads")
struct HeadCacheTests {
    @Test("keeps what it was given, and never more than its capacity")
    func isBounded() {
        let cache = HeadCache(capacity: 2)
        let digests = (0..<5).map { HashAlgorithm.sha256.digest(of: [UInt8($0)]) }
        for digest in digests {
            let head = Head(snapshot: digest, expires: TestTime.now)
            cache.keep(head, for: digest)
            #expect(cache[digest] == head)
            #expect(digests.count { cache[$0] != nil } <= 2)
        }
    }
}
