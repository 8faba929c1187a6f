import Testing

@testable import AdmissionHTTP

@Suite struct WebhookDeadlineTests {
    @Test(
        "the allowance ends before the API server's patience does",
        arguments: [
            ("10s", Duration.seconds(9)), ("30s", .seconds(27)), ("2s", .milliseconds(1500)),
            ("1s", .milliseconds(500)), ("500ms", .milliseconds(250)), ("1m", .seconds(27)),
            ("99999s", .seconds(27)),
        ]
    )
    func allowance(_ timeout: String, _ expected: Duration) {
        #expect(WebhookDeadline(timeout: timeout).allowance == expected)
    }

    @Test(
        "what cannot be read counts as absent",
        arguments: [nil, "", "s", "-5s", "0s", "10h", "1e9s", "99999999999999999999s"]
    )
    func absent(_ timeout: String?) {
        #expect(WebhookDeadline(timeout: timeout).allowance == .seconds(9))
    }
}
