/// One `import` of a file.
struct ImportStatement: Hashable {
    /// The top-level module, `NIOCore` for `import struct NIOCore.ByteBuffer` too.
    let module: String

    /// Reads the imports of masked code.
    static func all(in code: MaskedCode) -> [ImportStatement] {
        code.lines.compactMap { line in
            let pattern =
                #/
                ^ \s* (?: @\w+ (?: \( [^)]* \) )? \s+ )*
                (?: (?: public | package | internal | private | fileprivate ) \s+ )?
                import \s+
                (?: (?: struct | class | enum | protocol | typealias | func | let | var ) \s+ )?
                (\w+)
                /#
            return line.firstMatch(of: pattern).map { ImportStatement(module: String($0.1)) }
        }
    }
}
