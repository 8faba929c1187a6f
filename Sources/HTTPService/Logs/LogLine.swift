import Logging

/// The text of one log event.
struct LogLine {
    let text: String

    private static let reserved: Set<String> = ["time", "level", "logger", "message"]

    init(event: LogEvent, label: String, members: Logger.Metadata, time: String) {
        var text = "{\"time\":\"\(time)\",\"level\":\"\(event.level.rawValue)\""
        text += ",\"logger\":\(JSONText.quoted(label))"
        text += ",\"message\":\(Self.quoted(event.message.description))"
        for (key, value) in members.sorted(by: { $0.key < $1.key }) {
            let name = Self.reserved.contains(key) ? "_\(key)" : key
            text += ",\(Self.quoted(name)):\(Self.json(value))"
        }
        self.text = text + "}\n"
    }

    private static func json(_ value: Logger.Metadata.Value) -> String {
        switch value {
        case .string(let string):
            quoted(string)
        case .stringConvertible(let number as any BinaryInteger):
            "\(number)"
        case .stringConvertible(let other):
            quoted(other.description)
        case .array(let values):
            "[" + values.map(json).joined(separator: ",") + "]"
        case .dictionary(let members):
            "{"
                + members.sorted { $0.key < $1.key }
                .map { "\(quoted($0.key)):\(json($0.value))" }
                .joined(separator: ",") + "}"
        @unknown default:
            quoted("\(value)")
        }
    }

    /// A client chooses much of what is logged, so no text fills the disk: a long one is cut.
    private static func quoted(_ text: String) -> String {
        guard text.utf8.count > longest else { return JSONText.quoted(text) }
        let kept = String(decoding: text.utf8.prefix(longest), as: UTF8.self)
        return JSONText.quoted("\(kept)… (\(text.utf8.count) bytes)")
    }

    private static let longest = 4096
}
