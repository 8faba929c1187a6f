import HTTPService
import NIOCore
import NotaryService

/// A metadata file that can be sent again without reading it, while its mark holds.
struct ReadyFile: Sendable {
    let file: SentFile
    let mark: ReadMark
    let operation: Operation
    /// Nil for a file that only the ordinary way sends.
    let answer: ReadyAnswer?

    init(_ file: SentFile, mark: ReadMark, operation: Operation) {
        self.file = file
        self.mark = mark
        self.operation = operation
        answer = ReadyAnswer(fields: file.fields, body: file.body)
    }

    /// What it takes of a cache, beside its body about what the rest is.
    var bytes: Int { file.body.readableBytes + 2048 }
}
