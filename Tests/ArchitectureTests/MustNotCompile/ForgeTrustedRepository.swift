// expect: initializer is inaccessible due to 'fileprivate' protection level
import TUFCore

func forge(_ snapshot: TrustedSnapshot) -> TrustedRepository {
    TrustedRepository(snapshot: snapshot, roles: [:], untrusted: [:])
}
