/// An answer that says only that it was done (`proto.Void`).
package struct EmptyReply: WireMessage {
    package init() {}

    package mutating func read(_ field: WireField) throws(WireError) {}

    package func write(to writer: inout WireWriter) {}
}
