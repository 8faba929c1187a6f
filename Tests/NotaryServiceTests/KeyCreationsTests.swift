import TUFCore
import Testing

@testable import NotaryService

@Suite("Keys in the making")
struct KeyCreationsTests {
    private let creations = KeyCreations(limit: 2)

    @Test("have no more places than the limit says; those who ask for one key share one")
    func limit() throws {
        let guns = try ["a", "b", "c"].map { try GUN($0) }
        #expect(creations.begin(.timestamp, of: guns[0]))
        #expect(creations.begin(.timestamp, of: guns[1]))
        #expect(creations.begin(.timestamp, of: guns[1]))
        #expect(!creations.begin(.timestamp, of: guns[2]))
        #expect(!creations.begin(.snapshot, of: guns[1]))
        creations.end(.timestamp, of: guns[1])
        #expect(!creations.begin(.timestamp, of: guns[2]))
        creations.end(.timestamp, of: guns[1])
        #expect(creations.begin(.timestamp, of: guns[2]))
    }
}
