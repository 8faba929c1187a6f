// expect: initializer is inaccessible due to 'fileprivate' protection level
import TUFCore

func forge(_ root: Verified<Root>, rules: any RootKeyRules) -> TrustedRoot {
    TrustedRoot(root, rules: rules)
}
