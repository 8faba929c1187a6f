import ArgumentParser

/// Where audit lines go.
struct AuditOptions: ParsableArguments {
    @Option(
        help: """
            A file for audit lines, which are in the log otherwise; begun anew once it was moved \
            away.
            """
    )
    var auditLog: String?
}
