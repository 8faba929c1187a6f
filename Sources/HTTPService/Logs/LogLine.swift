import Logging

/// The text of one log event.
struct LogLine {
    let text: String

    private static let reserved: Set<String> = ["time", "level", "logger", "message"]

    init(event: LogEvent, label: String, members: Logger.Metadata, time: String) {
        var text = "{\"time\":\"\(time)\",\"level\":\"\(event.level.rawValue)\""
        text += ",\"logger\":\(JSONText.quoted(label))"
        text += ",\"message\":\(JSONText.quoted(event.message.description))"
        for (key, value) in members.sorted(by: { $0.key < $1.key }) {
            let name = Self.reserved.contains(key) ? "_\(key)" : key
            text += ",\(JSONText.quoted(name)):\(Self.json(value))"
        }
        self.text = text + "}\n"
    }

    private static func json(_ value: Logger.Metadata.Value) -> String {
        switch value {
        case .string(let string):
            JSONText.quoted(string)
        case .stringConvertible(let number as any BinaryInteger):
            "\(number)"
        case .stringConvertible(let other):
            JSONText.quoted(other.description)
        case .array(let values):
            "[" + values.map(json).joined(separator: ",") + "]"
        case .dictionary(let members):
            "{"
                + members.sorted { $0.key < $1.key }
                .map { "\(JSONText.quoted($0.key)):\(json($0.value))" }
                .joined(separator: ",") + "}"
        @unknown default:
            JSONText.quoted("\(value)")
        }
    }
}
