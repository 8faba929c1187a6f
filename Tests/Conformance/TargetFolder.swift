import AsyncHTTPClient
import Foundation
import Glibc
import NIOCore
import TUFCore

/// The downloaded targets: the whole path of a target is one file name, so that none leaves the
/// folder.
struct TargetFolder {
    private static let chunk = 1 << 16

    let path: String

    /// Whether the target is there already, with the length and hashes listed now.
    func has(_ target: TrustedTarget) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: file(of: target)) else { return false }
        defer { try? handle.close() }
        var download = TargetDownload(of: target)
        do {
            while let data = try handle.read(upToCount: Self.chunk), !data.isEmpty {
                try download.receive([UInt8](data))
            }
            try download.finish()
            return true
        } catch {
            return false
        }
    }

    /// Stores a target: under its name only once it has proven to be the one listed.
    func store(_ target: TrustedTarget, _ body: Downloader.Body) async throws {
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true
        )
        let file = file(of: target)
        let part = file + "+part"  // no encoded name has a `+`
        guard FileManager.default.createFile(atPath: part, contents: nil),
            let handle = FileHandle(forWritingAtPath: part)
        else { throw ClientError.unwritable(part) }
        do {
            try await Self.write(target, body, to: handle)
            guard unsafe rename(part, file) == 0 else { throw ClientError.unwritable(file) }
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
    }

    private static func write(
        _ target: TrustedTarget,
        _ body: Downloader.Body,
        to handle: FileHandle
    ) async throws {
        defer { try? handle.close() }
        var download = TargetDownload(of: target)
        for try await chunk in body {
            let bytes = Array(chunk.readableBytesView)
            try download.receive(bytes)
            try handle.write(contentsOf: Data(bytes))
        }
        try download.finish()
    }

    private func file(of target: TrustedTarget) -> String {
        "\(path)/\(EncodedName.element(target.name))"
    }
}
