import Testing

@testable import HTTPService

@Suite("The limit of open files")
struct OpenFilesTests {
    @Test("leaves as many connections as are wanted, or as there are files for")
    func connections() {
        #expect(OpenFiles.connections(of: 1) == 1)
        let most = OpenFiles.connections(of: .max)
        #expect(most > 1 && most < .max)
    }
}
