import Foundation
import TUFCore

extension UTCTime {
    /// What the machine's clock says.
    static var now: UTCTime { UTCTime(seconds: Int(Date().timeIntervalSince1970)) }
}
