public import Logging

extension TLSFiles {
    /// Reads the files, to find out whether they can be served from.
    ///
    /// - Throws: ``ListenerError`` that names the file.
    public func check(logger: Logger) throws(ListenerError) {
        _ = try TLSIdentity(files: self, registry: MetricsRegistry(), logger: logger)
    }
}
