import Foundation

/// What the files held when they were looked at, or why they could not be read.
struct TLSFileContents: Equatable {
    /// The bytes of one file.
    typealias Content = Result<[UInt8], UnreadableFile>

    /// A file that cannot be read.
    struct UnreadableFile: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    /// The certificate with its key: of use only together.
    struct Pair: Equatable {
        let certificate: Content
        let key: Content
    }

    let pair: Pair
    /// Nil where clients are not asked for certificates.
    let authorities: Content?

    init(of files: TLSFiles) {
        pair = Pair(
            certificate: Self.content(of: files.certificate),
            key: Self.content(of: files.key)
        )
        authorities = files.clientAuthorities.map(Self.content)
    }

    private static func content(of file: String) -> Content {
        do {
            return .success([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))))
        } catch {
            return .failure(UnreadableFile(description: error.localizedDescription))
        }
    }
}
