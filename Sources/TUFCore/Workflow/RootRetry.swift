/// Whether an update may still look for a newer root after something did not verify.
enum RootRetry {
    case available
    case spent
}
