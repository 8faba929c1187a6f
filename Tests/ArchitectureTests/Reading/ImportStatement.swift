/// One `import` of a file.
struct ImportStatement: Hashable {
    /// The top-level module, `NIOCore` for `import struct NIOCore.ByteBuffer` too.
    let module: String

    /// Reads the imports of a file.
    static func all(in file: SwiftFile) -> [ImportStatement] {
        let lines = file.code.lines
        return (file.words["import"] ?? [])
            .compactMap { word in
                let pattern =
                    #/
                ^ \s* (?: @\w+ (?: \( [^)]* \) )? \s+ )*
                (?: (?: public | package | internal | private | fileprivate ) \s+ )?
                import \s+
                (?: (?: struct | class | enum | protocol | typealias | func | let | var ) \s+ )?
                (\w+)
                /#
                return lines[word.line - 1].firstMatch(of: pattern)
                    .map { ImportStatement(module: String($0.1)) }
            }
    }
}
