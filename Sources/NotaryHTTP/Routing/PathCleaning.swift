/// The one way to write a path: Go's `path.Clean`, which keeps a slash at the end.
enum PathCleaning {
    /// `path` from `/` on, without empty, `.` and `..` segments.
    static func clean(_ path: [UInt8]) -> [UInt8] {
        if isPlain(path) { return path }
        var segments: [ArraySlice<UInt8>] = []
        for segment in path.split(separator: slash) {
            if segment.elementsEqual("..".utf8) {
                _ = segments.popLast()
            } else if !segment.elementsEqual(".".utf8) {
                segments.append(segment)
            }
        }
        let joined = [slash] + segments.joined(separator: [slash])
        return path.last == slash && joined.count > 1 ? joined + [slash] : joined
    }

    private static let slash = UInt8(ascii: "/")

    /// Whether no segment is empty or begins with a dot: so are most, and are left as they are.
    private static func isPlain(_ path: [UInt8]) -> Bool {
        path.first == slash
            && zip(path, path.dropFirst())
                .allSatisfy { byte, next in
                    byte != slash || next != slash && next != UInt8(ascii: ".")
                }
    }
}
