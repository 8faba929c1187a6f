import Testing

/// The reader of the table of differences.
@Suite struct ListedDifferenceTests {
    private static let page = """
        # Page

        ## Requests

        | what | requests | differs in | notary-server | here | why |
        |---|---|---|---|---|---|
        | HEAD | `HEAD *`, `X` | `status`, `body` | `40*`: none | `200` | so |
        | empty | `GET *feed*` | `body` | `200` `*null}` | `200` `*[]}` | so |

        ## Others

        | what | requests | differs in | notary-server | here | why |
        |---|---|---|---|---|---|
        | all | `*` | `status` | `*` | `*` | so |
        """
    private let listed = ListedDifference.all(in: page, under: "Requests")

    @Test("rows of one section are read, and nothing else")
    func rows() {
        #expect(listed.map(\.requests) == [["HEAD *", "X"], ["GET *feed*"]])
        #expect(listed.map(\.fields) == [[.status, .body], [.body]])
    }

    @Test("a row explains what is as it says, and nothing else")
    func explains() throws {
        let head = comparison("HEAD /x", ("404", "a"), ("200", "b"))
        #expect(listed[0].explains(.status, of: head) && listed[0].explains(.body, of: head))
        #expect(!listed[0].explains(.location, of: head) && !listed[1].explains(.body, of: head))
        #expect(!listed[0].explains(.body, of: comparison("XX", ("404", ""), ("200", ""))))
        #expect(!listed[0].explains(.body, of: comparison("X", ("500", ""), ("200", ""))))
        let feed = comparison("GET /feed?x", ("200", "{null}"), ("200", "{[]}"))
        #expect(listed[1].explains(.body, of: feed))
        let other = comparison("GET /feed?x", ("200", "{null}"), ("200", "{[1]}"))
        #expect(!listed[1].explains(.body, of: other))
    }

    private func comparison(
        _ name: String,
        _ theirs: (status: String, body: String),
        _ ours: (status: String, body: String)
    ) -> AnswerComparison {
        AnswerComparison(
            name: name,
            theirs: ComparedAnswer("HTTP/1.1 \(theirs.status) x\r\n\r\n\(theirs.body)"),
            ours: ComparedAnswer("HTTP/1.1 \(ours.status) x\r\n\r\n\(ours.body)")
        )
    }
}
