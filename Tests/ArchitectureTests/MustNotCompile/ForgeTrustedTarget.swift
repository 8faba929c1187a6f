// expect: initializer is inaccessible due to 'fileprivate' protection level
import TUFCore

func forge(_ file: TargetFile, in role: TrustedTargets, of it: TrustedRepository) -> TrustedTarget {
    TrustedTarget(name: "latest", file: file, in: role, of: it)
}
