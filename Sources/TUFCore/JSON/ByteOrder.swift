/// Compares byte strings as canonical JSON sorts them: byte by byte, a prefix first.
enum ByteOrder {
    /// Negative, zero or positive as `left` sorts before, is, or sorts after `right`.
    @inline(__always)
    static func compare(
        _ left: UnsafePointer<UInt8>,
        _ leftCount: Int,
        _ right: UnsafePointer<UInt8>,
        _ rightCount: Int
    ) -> Int {
        let common = min(leftCount, rightCount)
        var index = 0
        while index &+ 8 <= common {
            let leftWord = unsafe UnsafeRawPointer(left)
                .loadUnaligned(
                    fromByteOffset: index,
                    as: UInt64.self
                )
            let rightWord = unsafe UnsafeRawPointer(right)
                .loadUnaligned(
                    fromByteOffset: index,
                    as: UInt64.self
                )
            if leftWord != rightWord {
                return leftWord.bigEndian < rightWord.bigEndian ? -1 : 1
            }
            index &+= 8
        }
        while index < common {
            let leftByte = unsafe left[index]
            let rightByte = unsafe right[index]
            if leftByte != rightByte { return leftByte < rightByte ? -1 : 1 }
            index &+= 1
        }
        return leftCount &- rightCount
    }
}
