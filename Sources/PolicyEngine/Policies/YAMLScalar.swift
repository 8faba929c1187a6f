import Yams

/// A scalar of YAML and the type that its spelling gives it.
struct YAMLScalar {
    private let scalar: Node.Scalar

    init(_ scalar: Node.Scalar) { self.scalar = scalar }

    /// The value: only plain scalars are anything but strings.
    ///
    /// Words are those of YAML 1.1, as in kubectl: `yes` and `off` are booleans too.
    func content() throws(ManifestError) -> ManifestValue.Content {
        let tag = scalar.tag.description
        switch tag {
        case "", "!", "tag:yaml.org,2002:str": break
        case let core where Self.coreTags.contains(core) && scalar.style == .plain: break
        default: throw ManifestError(problem: .unsupportedTag(tag), line: scalar.mark?.line)
        }
        let isString = tag == "!" || tag == "tag:yaml.org,2002:str" || scalar.style != .plain
        return isString ? .string(scalar.string) : plain
    }

    private static let coreTags: Set = [
        "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int",
        "tag:yaml.org,2002:float",
    ]

    private var plain: ManifestValue.Content {
        switch scalar.string {
        case "", "~", "null", "Null", "NULL": .null
        case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": .boolean(true)
        case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": .boolean(false)
        case let text where Self.isNumber(text): .number(text)
        default: .string(scalar.string)
        }
    }

    /// Whether a decimal, hexadecimal or octal number is written, or a float.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
        guard let first = digits.utf8.first, first.isDigit || first == UInt8(ascii: ".") else {
            return false
        }
        if digits.hasPrefix("0x") { return Int(digits.dropFirst(2), radix: 16) != nil }
        if digits.hasPrefix("0o") { return Int(digits.dropFirst(2), radix: 8) != nil }
        return Double(digits.filter { $0 != "_" }) != nil
            || [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"].contains(String(digits))
    }
}
