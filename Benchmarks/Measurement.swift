import Glibc

/// CPU time of some work, of this thread alone: neither a busy machine nor another suite that
/// runs at the same time is counted.
enum Measurement {
    /// Seconds for one call of `work`: the median of `rounds` rounds of `calls` calls each.
    static func seconds(
        rounds: Int = 15,
        calls: Int = 1,
        _ work: () throws -> Void
    ) rethrows
        -> Double
    {
        try work()
        var times: [Double] = []
        for _ in 0..<rounds {
            let start = cpuSeconds()
            for _ in 0..<calls { try work() }
            times.append((cpuSeconds() - start) / Double(calls))
        }
        return times.sorted()[rounds / 2]
    }

    private static func cpuSeconds() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
