extension ToolResult {
    /// The lines that a client wrote and its status, to be held against those of another server.
    ///
    /// Left out is what no two runs have in common: addresses and folders, which are given, keys
    /// and times, and the order of what Go keeps in maps, such as which hash is looked at first.
    func words(hiding own: [String]) -> [String] {
        var text = output
        for name in own {
            text = text.split(separator: name, omittingEmptySubsequences: false)
                .joined(separator: "<own>")
        }
        text.replace(/sha(256|512) checksum for/, with: "<hash> checksum for")
        text.replace(/[0-9a-f]{128}|[0-9a-f]{64}|\b[0-9a-f]{12}\b/, with: "<hex>")
        text.replace(/\.\.\.[-0-9A-F]+/, with: "...")
        text.replace(/time="[^"]*"/, with: "<time>")
        text.replace(/Pull \([0-9]+ of/, with: "Pull (<number> of")
        text.replace("sha512, sha256", with: "sha256, sha512")
        let lines = text.split(separator: "\n")
            .map {
                $0.split(separator: " ").joined(separator: " ")
            }
        return ["status \(status)"] + lines.sorted()
    }
}
