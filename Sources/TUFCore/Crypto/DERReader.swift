/// Reads the little of DER (X.690) that public keys are written in, and nothing but DER: lengths
/// in their shortest form, integers without needless bytes.
struct DERReader {
    enum Tag: UInt8 {
        case integer = 0x02
        case bitString = 0x03
        case octetString = 0x04
        case sequence = 0x30
    }

    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// Bytes not read yet.
    var remaining: Int { bytes.endIndex - position }

    /// The content of the next element.
    mutating func content(of tag: Tag) throws(CryptoError) -> ArraySlice<UInt8> {
        guard try nextByte() == tag.rawValue else {
            throw .malformedKey("expected an ASN.1 \(tag) at byte \(position - 1)")
        }
        let length = try length()
        guard length <= remaining else {
            throw .malformedKey("an ASN.1 \(tag) is cut off at byte \(bytes.endIndex)")
        }
        position += length
        return bytes[position - length..<position]
    }

    /// The bytes of the next element, which is a positive integer, without a leading zero.
    mutating func positiveInteger() throws(CryptoError) -> ArraySlice<UInt8> {
        let content = try content(of: .integer)
        guard let first = content.first, first < 0x80 else {
            throw .malformedKey("an integer is empty or negative")
        }
        guard first == 0 else { return content }
        let rest = content.dropFirst()
        guard let second = rest.first, second >= 0x80 else {
            throw .malformedKey("an integer is zero or longer than it needs to be")
        }
        return rest
    }

    private mutating func length() throws(CryptoError) -> Int {
        let first = try nextByte()
        guard first >= 0x80 else { return Int(first) }
        let count = Int(first & 0x7F)
        guard (1...3).contains(count) else { throw .malformedKey("a length has \(count) bytes") }
        var length = 0
        for _ in 0..<count { length = length << 8 | Int(try nextByte()) }
        guard length >= 0x80, length >> ((count - 1) * 8) > 0 else {
            throw .malformedKey("a length is longer than it needs to be")
        }
        return length
    }

    private mutating func nextByte() throws(CryptoError) -> UInt8 {
        guard position < bytes.endIndex else {
            throw .malformedKey("the structure is cut off at byte \(position)")
        }
        position += 1
        return bytes[position - 1]
    }
}
