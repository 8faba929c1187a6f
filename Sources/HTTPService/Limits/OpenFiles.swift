import Glibc

/// How many files and sockets the process may have open.
enum OpenFiles {
    /// What is left to files, whatever the number of connections.
    private static let reserve = 64

    /// How many connections there may be, of `wanted`.
    static func connections(of wanted: Int) -> Int {
        let limit = raisedLimit()
        return min(wanted, max(limit - reserve, limit / 2))
    }

    /// Raises the limit as far as the system lets, as Go's servers do; nothing here calls
    /// `select`, for whose sake it is low at first.
    private static func raisedLimit() -> Int {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return 1024
        }
        if limit.rlim_cur < limit.rlim_max {
            var raised = limit
            raised.rlim_cur = raised.rlim_max
            if unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 {
                limit = raised
            }
        }
        return Int(clamping: limit.rlim_cur)
    }
}
