// expect: must be unwrapped
import PolicyEngine

func denial() -> Denials {
    Denials([])
}
