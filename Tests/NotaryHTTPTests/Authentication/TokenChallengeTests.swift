import HTTPTypes
import Testing

@testable import NotaryHTTP

@Suite("Challenges")
struct TokenChallengeTests {
    private func challenge(
        _ access: RequiredAccess,
        fault: TokenChallenge.Fault? = nil,
        realm: String = "https://tokens.example.com/token"
    ) -> TokenChallenge {
        TokenChallenge(realm: realm, service: "notary-lab", access: access, fault: fault)
    }

    @Test("the header has realm, service, scope and what is wrong, in this order")
    func header() {
        let access = RequiredAccess.repository("lab/app", [.push, .pull])
        let start =
            #"Bearer realm="https://tokens.example.com/token",service="notary-lab","#
            + #"scope="repository:lab/app:push,pull""#
        #expect(challenge(access).header == start)
        #expect(
            challenge(access, fault: .invalidToken).header == start + #",error="invalid_token""#
        )
        #expect(
            challenge(access, fault: .insufficientScope).header
                == start + #",error="insufficient_scope""#
        )
    }

    @Test("nothing in a name gets out of its quotes")
    func quotes() {
        let access = RequiredAccess.repository(#"a",b="\"# + "\u{200b}\u{e9}", [.pull])
        #expect(
            challenge(access, realm: "r\r\nX: y").header
                == #"Bearer realm="r\r\nX: y",service="notary-lab","#
                + #"scope="repository:a\",b=\"\\\u200bé:pull""#
        )
    }

    @Test("the body lists what is asked for, one entry an action")
    func body() {
        let entry = #"{"Type":"repository","Class":"","Name":"lab/app","Action":"#
        let start =
            #"{"errors":[{"code":"UNAUTHORIZED","message":"authentication required","detail":["#
        let push = challenge(.repository("lab/app", [.push, .pull])).body
        #expect(push.code.status == .unauthorized)
        #expect(
            String(decoding: push.bytes, as: UTF8.self)
                == start + entry + #""push"},"# + entry + "\"pull\"}]}]}\n"
        )
        #expect(
            String(decoding: challenge(.catalog).body.bytes, as: UTF8.self)
                == start
                + #"{"Type":"registry","Class":"","Name":"catalog","Action":"*"}]}]}"# + "\n"
        )
    }

    @Test("a realm is a fixed address, or one at the host that was asked")
    func realm() {
        #expect(
            TokenAuthenticationConfiguration.Realm.url("https://t").url(for: "a:1") == "https://t"
        )
        #expect(
            TokenAuthenticationConfiguration.Realm.ofRequestedHost.url(for: "a:1")
                == "https://a:1/auth/token"
        )
        #expect(
            TokenAuthenticationConfiguration.Realm.ofRequestedHost.url(for: nil)
                == "https:///auth/token"
        )
    }
}
