public import TUFCore

/// Renews what expires soon, round by round; the caller says when.
///
/// Each round is bounded. A repository that cannot be renewed holds up no other: it is left alone
/// for a while, longer after each fault.
public actor RenewalRounds {
    private let service: NotaryService
    private let settings: RenewalSettings
    private var faults: RenewalFaults
    /// Where the next round goes on; nil for the beginning.
    private var last: ExpiringRepository?

    /// Rounds over the repositories of a service.
    public init(of service: NotaryService, settings: RenewalSettings) {
        self.service = service
        self.settings = settings
        faults = RenewalFaults(settings: settings)
    }

    /// Renews what is due, until all is done or one of the limits is met.
    ///
    /// - Parameters:
    ///   - now: the time to sign at.
    ///   - isStopping: asked between repositories; the round ends once it is true.
    /// - Returns: what was done.
    public func round(
        now: UTCTime,
        isStopping: @Sendable () -> Bool = { false }
    ) async -> RenewalReport {
        var report = RenewalReport()
        var entries = 0
        while entries < settings.mostEntries, !isOver(report), !isStopping() {
            let page: [ExpiringRepository]
            do {
                page = try await nextPage(now: now)
            } catch {
                report.storeFault = error.description
                break
            }
            for entry in page where !isOver(report) && !isStopping() {
                last = entry
                guard !faults.isWaiting(entry.gun, at: now) else { continue }
                await renew(entry.gun, now: now, report: &report)
            }
            entries += page.count
            guard page.count == Self.pageSize else {
                if last == page.last || page.isEmpty { endList() }
                break
            }
        }
        report.failing = faults.count
        return report
    }

    private static let pageSize = 100

    private func isOver(_ report: RenewalReport) -> Bool {
        report.renewed + report.settled >= settings.mostRenewals
            || report.faults.count >= settings.mostFaults
    }

    private func endList() {
        last = nil
        faults.endList()
    }

    private func nextPage(now: UTCTime) async throws(StoreError) -> [ExpiringRepository] {
        try await service.store.repositories(
            expiringBy: now.adding(seconds: settings.margin),
            after: last,
            limit: Self.pageSize
        )
    }

    private func renew(_ gun: GUN, now: UTCTime, report: inout RenewalReport) async {
        switch await service.renewAhead(gun, margin: settings.margin, now: now) {
        case .renewed:
            report.renewed += 1
            faults.forget(gun)
        case .settled:
            report.settled += 1
            faults.forget(gun)
        case .withoutSnapshot(let reason):
            report.renewed += 1
            note(gun, reason, now, in: &report)
        case .failed(let reason):
            note(gun, reason, now, in: &report)
        }
    }

    private func note(
        _ gun: GUN,
        _ reason: String,
        _ now: UTCTime,
        in report: inout RenewalReport
    ) {
        let isNews = faults.note(gun, reason: reason, now: now)
        report.faults.append(RenewalReport.Fault(gun: gun, reason: reason, isNews: isNews))
    }
}
