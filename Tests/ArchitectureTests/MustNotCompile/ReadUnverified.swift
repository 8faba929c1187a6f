// expect: 'payload' is inaccessible due to 'fileprivate' protection level
import TUFCore

func read(_ file: Unverified<Targets>) -> Targets {
    file.payload
}
