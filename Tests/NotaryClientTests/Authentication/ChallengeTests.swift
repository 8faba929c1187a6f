import NotaryClient
import Testing

/// RFC 7235, and the headers Portieris' own tests have.
@Suite struct ChallengeTests {
    @Test(
        "Portieris' headers are read as Portieris reads them",
        arguments: try ChallengeVector.all()
    )
    func portierisVector(_ vector: ChallengeVector) throws {
        guard vector.error == nil else {
            #expect(throws: ChallengeError.self) {
                try AuthenticationChallenge.challenges(in: vector.header)
            }
            return
        }
        let expected = vector.challenges.map {
            AuthenticationChallenge(scheme: $0.scheme, parameters: $0.parameters)
        }
        #expect(try AuthenticationChallenge.challenges(in: vector.header) == expected)
    }

    @Test("all nine recorded headers are there")
    func vectorsAreComplete() throws {
        #expect(try ChallengeVector.all().count == 9)
    }

    @Test(
        "several challenges are told apart, in one header and over several",
        arguments: [
            ["Basic realm=\"a\", Bearer realm=\"b\",service=c"],
            ["Basic realm=\"a\"", "Bearer realm=\"b\",service=c"],
            [", Basic realm = \"a\" ,, bearer REALM=b,\tservice=c ,"],
        ]
    )
    func severalChallenges(_ headers: [String]) throws {
        #expect(
            try AuthenticationChallenge.challenges(in: headers) == [
                AuthenticationChallenge(scheme: "basic", parameters: ["realm": "a"]),
                AuthenticationChallenge(
                    scheme: "bearer",
                    parameters: ["realm": "b", "service": "c"]
                ),
            ]
        )
    }

    @Test("a scheme may come without parameters")
    func schemeAlone() throws {
        let found = try AuthenticationChallenge.challenges(in: ["Negotiate, Basic realm=x"])
        #expect(found.map(\.scheme) == ["negotiate", "basic"])
    }

    @Test("an escaped quote belongs to the value")
    func escapedQuote() throws {
        let found = try AuthenticationChallenge.challenges(in: [#"Basic realm="a\"b\\c""#])
        #expect(found.first?.parameters["realm"] == #"a"b\c"#)
    }

    @Test(
        "what is not a list of challenges is an error that names it",
        arguments: [
            ("Bearer realm=\"x", ChallengeError.unterminatedQuote(parameter: "realm", header: "")),
            ("Bearer a=1,a=2", .duplicateParameter("a", header: "")),
            ("Bearer a=1 b=2", .separatorMissing(offset: 11, header: "")),
            ("=x", .schemeMissing(header: "")),
            ("Bearer a=", .valueMissing(parameter: "a", header: "")),
        ]
    )
    func malformed(_ header: String, _ expected: ChallengeError) throws {
        let error = #expect(throws: ChallengeError.self) {
            try AuthenticationChallenge.challenges(in: [header])
        }
        #expect(error?.withoutHeader == expected)
        #expect(error?.description.contains("`\(header)`") == true)
    }
}

extension ChallengeError {
    fileprivate var withoutHeader: ChallengeError {
        switch self {
        case .schemeMissing: .schemeMissing(header: "")
        case .valueMissing(let parameter, _): .valueMissing(parameter: parameter, header: "")
        case .unterminatedQuote(let parameter, _):
            .unterminatedQuote(parameter: parameter, header: "")
        case .duplicateParameter(let parameter, _): .duplicateParameter(parameter, header: "")
        case .separatorMissing(let offset, _): .separatorMissing(offset: offset, header: "")
        }
    }
}
