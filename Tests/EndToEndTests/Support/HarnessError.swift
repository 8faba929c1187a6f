/// Why a program that a test needs did not do its part.
///
/// Each is a failure of the test, never a skip.
enum HarnessError: Error, CustomStringConvertible {
    case missingTool(String, debianPackage: String)
    case missingPythonPackage(String, script: String)
    case missingProduct(String)
    case timedOut(command: String, seconds: Int, output: String)
    case unexpectedStatus(command: String, ToolResult)
    case ended(command: String, status: Int32, output: String)
    case neverReady(command: String, seconds: Int, output: String)
    case missingAnswers(expected: Int, output: String)

    var description: String {
        switch self {
        case .missingTool(let name, let package):
            "`\(name)` is not installed: install Debian's package `\(package)`"
        case .missingPythonPackage(let name, let script):
            "the Python package `\(name)` is not installed: run `\(script)`"
        case .missingProduct(let file):
            "\(file) is not built: run `swift build --build-tests` first"
        case .timedOut(let command, let seconds, let output):
            "`\(command)` was stopped after \(seconds) s; it had written:\n\(output)"
        case .unexpectedStatus(let command, let result):
            "`\(command)` ended with status \(result.status):\n\(result.output)"
        case .ended(let command, let status, let output):
            "`\(command)` ended with status \(status) before it was ready:\n\(output)"
        case .neverReady(let command, let seconds, let output):
            "`\(command)` was not ready after \(seconds) s; it had written:\n\(output)"
        case .missingAnswers(let expected, let output):
            "expected \(expected) answers and found:\n\(output)"
        }
    }
}
