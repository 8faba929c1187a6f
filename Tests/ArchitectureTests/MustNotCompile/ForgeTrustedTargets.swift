// expect: initializer is inaccessible due to 'fileprivate' protection level
import TUFCore

func forge(_ targets: Verified<Targets>) -> TrustedTargets {
    TrustedTargets(targets, paths: [""])
}
