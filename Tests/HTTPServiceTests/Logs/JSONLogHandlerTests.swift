import Foundation
import Logging
import Testing

@testable import HTTPService

@Suite("JSON log lines")
struct JSONLogHandlerTests {
    private let lines = LogRecorder()

    private func object() throws -> [String: Any] {
        let line = try #require(lines.lines.first)
        #expect(line.hasSuffix("\n") && !line.dropLast().contains("\n"))
        let parsed = try JSONSerialization.jsonObject(with: Data(line.utf8))
        return try #require(parsed as? [String: Any])
    }

    @Test("a line has time, level, logger, message and metadata")
    func members() throws {
        lines.logger().notice("hello", metadata: ["n": .stringConvertible(3), "a": ["x", "y"]])
        let object = try object()
        #expect(object["level"] as? String == "notice")
        #expect(object["logger"] as? String == "test")
        #expect(object["message"] as? String == "hello")
        #expect(object["n"] as? Int == 3)
        #expect(object["a"] as? [String] == ["x", "y"])
        #expect((object["time"] as? String)?.hasSuffix("Z") == true)
    }

    @Test("nothing a client sends can start a new line or a new member")
    func injection() throws {
        let evil = "a\"}\n{\"level\":\"error\"}\u{2028}\u{0}\\"
        lines.logger().info("\(evil)", metadata: ["\(evil)": "\(evil)"])
        let object = try object()
        #expect(object["level"] as? String == "info")
        #expect(object["message"] as? String == evil)
        #expect(object[evil] as? String == evil)
    }

    @Test("what a client sends fills no disk: long texts are cut, and say so")
    func length() throws {
        let long = String(repeating: "n", count: 1_000_000)
        lines.logger().info("\(long)", metadata: ["a": "\(long)", "b": ["\(long)é"]])
        let object = try object()
        let message = try #require(object["message"] as? String)
        #expect(message.hasPrefix("nnnn") && message.hasSuffix("… (1000000 bytes)"))
        #expect(message.utf8.count < 10_000)
        #expect(object["a"] as? String == message)
        #expect((object["b"] as? [String])?.first?.hasSuffix("… (1000002 bytes)") == true)
        lines.logger().info("short")
        #expect(lines.lines.last?.contains("\"short\"") == true)
    }

    @Test("metadata cannot take the place of the line's own members")
    func reserved() throws {
        lines.logger().info("true", metadata: ["message": "false", "level": "fake"])
        let object = try object()
        #expect(object["message"] as? String == "true")
        #expect(object["_message"] as? String == "false")
        #expect(object["level"] as? String == "info")
    }

    @Test("times are in UTC, to the millisecond")
    func times() {
        #expect(LogTime.text(milliseconds: 0) == "1970-01-01T00:00:00.000Z")
        #expect(LogTime.text(milliseconds: -1) == "1969-12-31T23:59:59.999Z")
        #expect(LogTime.text(milliseconds: 1_795_392_000_007) == "2026-11-23T00:00:00.007Z")
        #expect(LogTime.text(milliseconds: 1_795_392_000_120) == "2026-11-23T00:00:00.120Z")
    }

    @Test("what is below the level is dropped")
    func level() {
        lines.logger(.warning).info("quiet")
        #expect(lines.lines.isEmpty)
        lines.logger(.warning).warning("loud")
        #expect(lines.lines.count == 1)
    }
}
