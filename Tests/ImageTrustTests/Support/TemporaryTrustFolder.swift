import Foundation

/// A folder for a trust store, gone when the last reference to it is, whose files can be damaged.
final class TemporaryTrustFolder: Sendable {
    /// Ways a file is found after something went wrong.
    enum Damage: String, CaseIterable, Sendable {
        case emptied
        case cutShort
        case oneByteChanged
        case checksumRemoved
        case anotherRepositorysFile
    }

    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "countersign-trust-" + UUID().uuidString
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The files there now.
    var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path) }
    }

    /// Damages every file.
    func damage(_ damage: Damage) throws {
        for name in try files {
            let url = URL(fileURLWithPath: path + "/" + name)
            try Data(damaged(Array(Data(contentsOf: url)), damage)).write(to: url)
        }
    }

    /// Makes every file one that is there and cannot be looked at, as on a failing disk.
    func makeUnreadable() throws {
        for name in try files {
            let file = path + "/" + name
            try FileManager.default.removeItem(atPath: file)
            try FileManager.default.createSymbolicLink(
                atPath: file,
                withDestinationPath: file
            )
        }
    }

    private func damaged(_ bytes: [UInt8], _ damage: Damage) -> [UInt8] {
        var bytes = bytes
        switch damage {
        case .emptied: bytes = []
        case .cutShort: bytes.removeLast()
        case .oneByteChanged: bytes[bytes.count / 2] ^= 1
        case .checksumRemoved: bytes = Array(bytes.drop { $0 != 0x0A }.dropFirst())
        case .anotherRepositorysFile: bytes = Self.foreignState
        }
        return bytes
    }
}
