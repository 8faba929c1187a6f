import NotaryService

/// How long the server's signatures last, and when they are renewed.
struct RenewalConfiguration: Hashable, Sendable {
    /// In seconds.
    var timestampLifetime = ServiceSettings().timestampLifetime
    /// In seconds.
    var snapshotLifetime = ServiceSettings().snapshotLifetime
    /// Nil where files are renewed only on a read of what has expired.
    var schedule: RenewalSchedule? = RenewalSchedule(
        interval: .seconds(300),
        settings: RenewalSettings(margin: ServiceSettings().timestampLifetime / 3)
    )

    /// The settings of a service with these lifetimes.
    func settings(_ trustService: TrustServiceConfiguration) -> ServiceSettings {
        ServiceSettings(
            keyAlgorithm: trustService.keyAlgorithm,
            snapshotLifetime: snapshotLifetime,
            timestampLifetime: timestampLifetime
        )
    }
}
