/// The one way to write a path: Go's `path.Clean`, which keeps a slash at the end.
enum PathCleaning {
    /// `path` from `/` on, without empty, `.` and `..` segments.
    static func clean(_ path: [UInt8]) -> [UInt8] {
        let slash = UInt8(ascii: "/")
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
}
