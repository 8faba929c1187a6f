import Foundation
import Testing

/// The pages of the repository point at what is there.
@Suite struct DocumentTests {
    @Test("every link to a file of the repository leads to one")
    func linksLeadSomewhere() throws {
        let manager = FileManager.default
        for folder in ["", "docs/"] {
            let names = try manager.contentsOfDirectory(atPath: PackageFolder.path + "/" + folder)
            for page in names where page.hasSuffix(".md") {
                for link in Self.links(in: try PackageFolder.text(of: folder + page)) {
                    let target = PackageFolder.path + "/" + folder + link
                    #expect(manager.fileExists(atPath: target), "\(folder)\(page) links to \(link)")
                }
            }
        }
    }

    @Test("links to files are read, those to elsewhere or within the page are not")
    func linksAreRead() {
        let page = "[a](A.md) and [b](docs/b.md#part), [c](https://example.com), [d](#here)"
        #expect(Self.links(in: page) == ["A.md", "docs/b.md"])
    }

    private static func links(in page: String) -> [String] {
        page.matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/).map { String($0.1) }
    }
}
