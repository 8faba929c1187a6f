import ArgumentParser
import HTTPService
import Testing

@Suite("Limits on the command line")
struct LimitOptionsTests {
    @Test("have defaults, which are those of a listener")
    func defaults() throws {
        #expect(try LimitOptions.parse([]).connections == HTTPLimits())
    }

    @Test("are what is given")
    func given() throws {
        let options = try LimitOptions.parse([
            "--max-connections", "10", "--max-requests", "20", "--handshake-timeout", "1s",
            "--header-timeout", "2s", "--body-timeout", "3m", "--idle-timeout", "4s",
            "--send-timeout", "5s", "--stop-timeout", "1h",
        ])
        let limits = options.connections
        #expect(limits.maximumConnections == 10 && options.maxRequests == 20)
        #expect(limits.handshakeTimeout == .seconds(1) && limits.headerTimeout == .seconds(2))
        #expect(limits.bodyTimeout == .seconds(180) && limits.idleTimeout == .seconds(4))
        #expect(limits.sendTimeout == .seconds(5))
        #expect(options.stopTimeout == TimeSpan(seconds: 3600))
    }

    @Test(
        "leave room for something",
        arguments: [
            ["--max-connections", "0"], ["--max-requests", "0"], ["--idle-timeout", "0s"],
            ["--body-timeout", "2d"], ["--header-timeout", "10"],
        ]
    )
    func refused(arguments: [String]) {
        let error = #expect(throws: (any Error).self) { try LimitOptions.parse(arguments) }
        let message = error.map { LimitOptions.message(for: $0) } ?? ""
        #expect(message.contains(arguments[0]), "\(message)")
    }
}
