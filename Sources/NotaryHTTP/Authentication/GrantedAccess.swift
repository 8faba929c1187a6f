/// An entry of a token's `access`: what its holder may do with one resource.
struct GrantedAccess: Hashable, Sendable {
    let type: String
    let name: String
    let actions: [String]

    /// Reads an entry.
    ///
    /// - Throws: ``TokenError/malformed(part:_:)``.
    init(_ members: TokenMembers) throws(TokenError) {
        type = try members.string("type") ?? ""
        name = try members.string("name") ?? ""
        actions = try members.strings("actions") ?? []
    }

    /// Whether this is about the resource of `access`; names are compared byte by byte.
    func concerns(_ access: RequiredAccess) -> Bool {
        type.utf8.elementsEqual(access.type.utf8) && name.utf8.elementsEqual(access.name.utf8)
    }
}
