/// What a field holds, as far as the bytes say.
package enum WireValue: Hashable, Sendable {
    /// A number of variable length: integers, enumerations, truth values.
    case number(UInt64)
    /// Bytes, a text or a message.
    case bytes(ArraySlice<UInt8>)
    /// Four or eight bytes, which no message here has.
    case fixed
}
