// expect: initializer is inaccessible due to 'fileprivate' protection level
import NotaryService
import TUFCore

func forge(_ gun: GUN, _ timestamp: StoredMetadata, at time: UTCTime) -> CheckedPublication {
    CheckedPublication(
        gun: gun,
        files: [],
        timestamp: timestamp,
        snapshot: timestamp.sha256,
        basis: nil,
        time: time,
        expires: time
    )
}
