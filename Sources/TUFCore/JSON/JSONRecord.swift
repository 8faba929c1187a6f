/// What kinds of values the members of an object have, for those that are named here.
package struct JSONRecord: Sendable {
    /// A kind; null is of each.
    package enum Kind: Sendable {
        case integer
        /// An object of texts that are bytes in base64.
        case base64Table
    }

    let members: [(name: [UInt8], kind: Kind)]

    /// Takes names and kinds; members of other names may be anything.
    package init(_ members: KeyValuePairs<String, Kind>) {
        self.members = members.map { (Array($0.key.utf8), $0.value) }
    }
}
