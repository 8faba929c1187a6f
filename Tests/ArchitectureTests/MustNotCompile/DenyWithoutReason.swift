// expect: initializer is inaccessible due to 'internal' protection level
import PolicyEngine

func denial() -> Denials? {
    Denials([])
}
