import Foundation
import Glibc

/// What every Prometheus client tells of its process, from `/proc`.
public enum ProcessMetrics {
    /// Adds `process_cpu_seconds_total`, `process_resident_memory_bytes` and the others.
    public static func add(to registry: MetricsRegistry) {
        let tick = Double(sysconf(Int32(_SC_CLK_TCK)))
        let page = Double(sysconf(Int32(_SC_PAGESIZE)))
        registry.observe("process_cpu_seconds_total", as: .counter) {
            Stat.read().map { ($0[.userTicks] + $0[.systemTicks]) / tick }
        }
        registry.observe("process_start_time_seconds", as: .gauge) {
            Stat.read().flatMap { stat in bootTime().map { $0 + stat[.startTicks] / tick } }
        }
        registry.observe("process_virtual_memory_bytes", as: .gauge) {
            Stat.read()?[.virtualBytes]
        }
        registry.observe("process_resident_memory_bytes", as: .gauge) {
            Stat.read().map { $0[.residentPages] * page }
        }
        registry.observe("process_open_fds", as: .gauge) {
            // The folder itself is open while it is read.
            (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))
                .map { Double($0.count - 1) }
        }
        registry.observe("process_max_fds", as: .gauge) {
            line(of: "/proc/self/limits", after: "Max open files").flatMap { $0.first }
        }
    }

    /// The numbers of `/proc/self/stat` after the name of the program.
    private struct Stat {
        /// Places as proc(5) counts them.
        enum Field: Int {
            case userTicks = 14
            case systemTicks = 15
            case startTicks = 22
            case virtualBytes = 23
            case residentPages = 24
        }

        private static let firstField = 3
        private let fields: [Double]

        static func read() -> Stat? {
            guard let text = text(of: "/proc/self/stat"),
                let end = text.lastIndex(of: ")")
            else { return nil }
            let fields = text[text.index(after: end)...].split(separator: " ")
                .map { Double($0) ?? 0 }
            guard fields.count > Field.residentPages.rawValue - firstField else { return nil }
            return Stat(fields: fields)
        }

        subscript(field: Field) -> Double { fields[field.rawValue - Self.firstField] }
    }

    private static func bootTime() -> Double? {
        line(of: "/proc/stat", after: "btime")?.first
    }

    private static func line(of file: String, after start: String) -> [Double]? {
        text(of: file)?.split(separator: "\n").first { $0.hasPrefix(start) }?
            .dropFirst(start.count).split(separator: " ").compactMap { Double($0) }
    }

    private static func text(of file: String) -> String? {
        FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
    }
}
