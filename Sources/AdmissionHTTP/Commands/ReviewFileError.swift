/// A file that is no AdmissionReview.
struct ReviewFileError: Error, CustomStringConvertible {
    let file: String
    let reason: String

    var description: String { "`\(file)`: \(reason)" }
}
