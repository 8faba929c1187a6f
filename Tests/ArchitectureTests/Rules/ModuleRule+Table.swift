extension ModuleRule {
    /// The table of ARCHITECTURE.md.
    static let table: [ModuleRule] = [
        ModuleRule("TUFCore", arrows: ["COpenSSL", "CSodium"], others: ["Synchronization"]),
        ModuleRule("PolicyEngine", arrows: ["TUFCore"], others: ["Yams"]),
        ModuleRule("NotaryClient", arrows: ["TUFCore"], others: network.union(client)),
        ModuleRule(
            "ImageTrust",
            arrows: ["NotaryClient", "PolicyEngine", "TUFCore"],
            others: standard
        ),
        ModuleRule("NotaryService", arrows: ["TUFCore"], others: standard),
        ModuleRule("SignerProtocol", others: ["GRPCCore"]),
        ModuleRule(
            "NotarySigner",
            arrows: ["NotaryService", "SignerProtocol", "TUFCore"],
            others: standard.union(remote)
                .union(["Crypto", "CryptoExtras", "NIOCore", "NIOSSL"])
        ),
        ModuleRule(
            "NotaryStorage",
            arrows: ["NotaryService", "TUFCore"],
            others: standard.union(["GRDB"])
        ),
        ModuleRule("HTTPService", others: network.union(server).union(connections)),
        ModuleRule(
            "AdmissionHTTP",
            arrows: ["HTTPService", "ImageTrust", "NotaryClient", "PolicyEngine", "TUFCore"],
            others: network.union(server).union(["ArgumentParser"])
        ),
        ModuleRule(
            "NotaryHTTP",
            arrows: [
                "HTTPService", "NotaryService", "NotarySigner", "NotaryStorage", "SignerProtocol",
                "TUFCore",
            ],
            others: network.union(server).union(remote).union(["ArgumentParser", "Yams"])
        ),
    ]

    private static let standard: Set = [
        "Dispatch", "Foundation", "Glibc", "Logging", "Musl", "Synchronization",
    ]
    private static let network = standard.union(["NIOCore", "NIOPosix", "NIOSSL"])
    private static let client: Set = ["AsyncHTTPClient", "NIOHTTP1", "NIOFoundationCompat"]
    private static let remote: Set = ["GRPCCore", "GRPCNIOTransportHTTP2Posix"]
    private static let server: Set = [
        "CoreMetrics", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Metrics", "NIOHTTPTypes",
        "ServiceLifecycle", "UnixSignals",
    ]
    private static let connections: Set = [
        "ArgumentParser", "NIOHTTP1", "NIOHTTP2", "NIOHTTPTypesHTTP1", "NIOHTTPTypesHTTP2",
        "NIOTLS",
    ]
}
