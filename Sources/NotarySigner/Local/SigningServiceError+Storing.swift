import NotaryService

extension SigningServiceError {
    /// What a key store gives; its failure is that of the service.
    static func stored<T>(
        _ work: () async throws(StoreError) -> T
    ) async throws(SigningServiceError) -> T {
        do {
            return try await work()
        } catch {
            throw .unavailable(error.description)
        }
    }
}
