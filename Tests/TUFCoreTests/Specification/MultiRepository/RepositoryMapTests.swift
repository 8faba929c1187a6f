import TUFCore
import Testing

@Suite("The map file of TAP 4")
struct RepositoryMapTests {
    private static let good = """
        {
          "repositories": {
            "Django": ["https://djangoproject.com/"],
            "PyPI": ["https://pypi.org/", "https://mirror.example/"]
          },
          "mapping": [
            {"paths": ["django/*.tgz"], "repositories": ["Django", "PyPI"], "threshold": 2,
             "terminating": true},
            {"paths": ["*"], "repositories": ["PyPI"], "threshold": 1, "terminating": false}
          ]
        }
        """

    @Test("names, places, entries and their order are read")
    func readsMap() throws {
        let map = try RepositoryMap(parsing: Array(Self.good.utf8))
        let places = map.locations[try RepositoryName("PyPI")]
        #expect(places == ["https://pypi.org/", "https://mirror.example/"])
        #expect(map.mappings.map(\.threshold) == [2, 1])
        #expect(map.mappings.map(\.termination) == [.searchEnds, .searchGoesOn])
        #expect(map.mappings[0].repositories.map(\.name) == ["Django", "PyPI"])
        #expect(map.mappings[0].matches("django/1.tgz"))
        #expect(!map.mappings[0].matches("django/old/1.tgz"))
        #expect(!map.mappings[1].matches("django/1.tgz"))
    }

    @Test(
        "what is wrong is an error that names the place",
        arguments: [
            ("\"Django\": [", "\"..\": [", "repositories..."),
            ("\"Django\": [", "\"a/b\": [", "repositories.a/b"),
            ("\"Django\": [", "\"\": [", "repositories."),
            ("\"Django\": [", "\".Django\": [", "repositories..Django"),
            ("[\"https://djangoproject.com/\"]", "[]", "repositories.Django"),
            ("[\"https://djangoproject.com/\"]", "null", "repositories.Django"),
            ("[\"https://djangoproject.com/\"]", "[null]", "repositories.Django[0]"),
            ("[\"PyPI\"]", "[\"Other\"]", "mapping[1].repositories[0]"),
            ("[\"PyPI\"]", "[]", "mapping[1].repositories"),
            ("[\"PyPI\"]", "[null]", "mapping[1].repositories[0]"),
            ("[\"*\"]", "[]", "mapping[1].paths"),
            ("[\"*\"]", "\"*\"", "mapping[1].paths"),
            ("\"threshold\": 1", "\"threshold\": 0", "mapping[1].threshold"),
            ("\"threshold\": 1", "\"threshold\": -1", "mapping[1].threshold"),
            ("\"threshold\": 1", "\"threshold\": 2", "mapping[1].threshold"),
            ("\"threshold\": 1", "\"threshold\": true", "mapping[1].threshold"),
            (", \"threshold\": 1", "", "mapping[1].threshold"),
            ("\"terminating\": false", "\"terminating\": 0", "mapping[1].terminating"),
            (", \"terminating\": false", "", "mapping[1].terminating"),
            ("{\"paths\": [\"*\"]", "null, {\"paths\": [\"*\"]", "mapping[1]"),
            ("\"mapping\"", "\"mappings\"", "mapping"),
        ]
    )
    func refused(part: String, replacement: String, place: String) throws {
        let text = Self.good.replacing(part, with: replacement)
        #expect(text != Self.good)
        let error = #expect(throws: MetadataError.self) {
            try RepositoryMap(parsing: Array(text.utf8))
        }
        #expect(error?.description.contains("`\(place)`") == true, "\(error as Any)")
    }

    @Test("a repository that is named twice counts once")
    func repeatedRepository() throws {
        let names = try ["A", "A", "B"].map(RepositoryName.init)
        func mapping(threshold: Int) throws -> RepositoryMapping {
            try RepositoryMapping(
                paths: [PathPattern("*")],
                repositories: names,
                threshold: threshold,
                termination: .searchEnds
            )
        }
        #expect(try mapping(threshold: 2).repositories.map(\.name) == ["A", "B"])
        #expect(throws: FormatError.thresholdOutOfReach(3, of: 2)) { try mapping(threshold: 3) }
    }

    @Test("a name is one plain element of a path", arguments: ["A", "7", "a.b-c_d", "PyPI..x"])
    func goodName(name: String) throws {
        #expect(try RepositoryName(name).description == name)
    }

    @Test(
        "any other name is refused",
        arguments: [
            "", ".", "..", "a/b", "a\\b", "-a", "_a", "a b", "a\u{0}", "é", "a\n", "*",
            String(repeating: "a", count: 256),
        ]
    )
    func badName(name: String) {
        #expect(throws: FormatError.repositoryName(name)) { try RepositoryName(name) }
    }
}
