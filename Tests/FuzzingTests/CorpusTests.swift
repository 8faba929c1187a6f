import Fuzzing
import Testing

@Suite("Fuzz targets over saved input")
struct CorpusTests {
    @Test("every promise holds for what was saved", arguments: FuzzTargets.all.map { $0.name })
    func promisesHold(target: String) throws {
        let target = try #require(FuzzTargets.named(target))
        let inputs = try SavedInput.all(for: target)
        #expect(inputs.contains { $0.path.hasPrefix("Fuzzing/Corpus/") })
        for input in inputs {
            #expect(throws: Never.self, "\(input.path)") { try target.run(input.bytes) }
        }
    }
}
