/// A hash function of the SHA-2 family.
public enum HashAlgorithm: String, CaseIterable, Hashable, Sendable {
    case sha256
    case sha384
    case sha512

    /// The number of bytes in a digest.
    public var digestLength: Int {
        switch self {
        case .sha256: 32
        case .sha384: 48
        case .sha512: 64
        }
    }

    /// As `init(rawValue:)`, which compares names through a table.
    init?(named name: String) {
        switch name.utf8.count {
        case 6 where name == "sha256": self = .sha256
        case 6 where name == "sha384": self = .sha384
        case 6 where name == "sha512": self = .sha512
        default: return nil
        }
    }

    /// Hashes `bytes`.
    public func digest(of bytes: [UInt8]) -> Digest {
        unsafe bytes.withUnsafeBytes { unsafe digest(of: $0) }
    }

    /// Hashes the UTF-8 of `text`.
    public func digest(ofUTF8 text: String) -> Digest {
        var text = text
        return text.withUTF8 { unsafe digest(of: UnsafeRawBufferPointer($0)) }
    }

    /// Hashes the bytes of `buffer`, where they lie.
    package func digest(of buffer: UnsafeRawBufferPointer) -> Digest {
        Digest(algorithm: self, checked: unsafe LibCrypto.digest(of: buffer, by: self))
    }
}
