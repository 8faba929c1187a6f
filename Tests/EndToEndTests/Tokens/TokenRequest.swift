/// A request that two servers are compared by.
struct TokenRequest: Sendable {
    let method: String
    let path: String
    /// The value of `Authorization`, as a curl configuration writes it.
    let authorization: String?
    /// What stands in `Host`, when it is not the server's address.
    var host: String?
}
