import Testing

@testable import NotaryHTTP

@Suite("Query parameters")
struct QueryParametersTests {
    @Test("values are decoded, and the first of a name counts")
    func values() {
        let parameters = QueryParameters("records=1%2B1&records=2&change_id=a+b&empty")
        #expect(parameters["records"] == Array("1+1".utf8))
        #expect(parameters["change_id"] == Array("a b".utf8))
        #expect(parameters["empty"] == [])
        #expect(parameters["absent"] == [])
    }

    @Test("broken pairs are left out", arguments: ["records=%zz", "records=1;b=2", ""])
    func broken(query: String) {
        #expect(QueryParameters(query)["records"] == [])
    }

    @Test(
        "numbers are read as the original reads them",
        arguments: [("0", 0), ("-5", -5), ("+7", 7), ("2147483647", 2_147_483_647), ("007", 7)]
    )
    func numbers(text: String, value: Int) throws {
        #expect(try GoInteger.parse32(text.utf8) == value)
    }

    @Test(
        "what is no number is told from what is too large",
        arguments: [
            ("", GoInteger.Failure.invalidSyntax), ("-", .invalidSyntax), ("1_0", .invalidSyntax),
            ("1x", .invalidSyntax), ("99999999999x", .outOfRange), ("2147483648", .outOfRange),
            ("-2147483649", .outOfRange),
        ]
    )
    func noNumbers(text: String, failure: GoInteger.Failure) {
        #expect(throws: failure) { try GoInteger.parse32(text.utf8) }
    }
}
