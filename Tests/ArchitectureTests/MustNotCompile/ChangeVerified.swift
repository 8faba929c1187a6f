// expect: cannot assign to property: 'payload' is a 'let' constant
import TUFCore

func change(_ verified: Verified<Root>, to root: Root) -> Verified<Root> {
    var changed = verified
    changed.payload = root
    return changed
}
