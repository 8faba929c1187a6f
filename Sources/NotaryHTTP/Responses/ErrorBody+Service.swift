import NotaryService
import TUFCore

extension ErrorBody {
    /// The answer to what the service refused.
    init(_ error: NotaryServiceError) {
        switch error {
        case .invalidRole(let name):
            self.init(code: .invalidRole, detail: .string(name))
        case .malformedJSON:
            self.init(code: .malformedJSON)
        case .invalidUpdate(let refusal):
            self.init(code: .invalidUpdate, detail: Self.detail(of: refusal))
        case .uncheckableUpdate:
            self.init(code: .invalidUpdate)
        case .oldVersion:
            self.init(code: .version, detail: .object([]))
        case .updating:
            self.init(code: .updating)
        case .metadataNotFound:
            self.init(code: .metadataNotFound, detail: .object([]))
        case .missingKeys(_, let found, let needed, let missing):
            self.init(
                code: .unknown,
                detail: [
                    "FoundKeys": .integer(found),
                    "NeededKeys": .integer(needed),
                    "MissingKeyIDs": .array(missing.map { .string($0.hex) }),
                ]
            )
        case .tooManyKeyCreations:
            self.init(code: .tooManyRequests)
        case .unknown:
            self.init(code: .unknown, detail: .object([]))
        }
    }

    /// The answer to an upload that could not be taken apart.
    init(_ error: UploadError) {
        switch error {
        case .notMultipart, .malformed:
            self.init(code: .malformedUpload)
        case .missingFileName:
            self.init(code: .noFileName)
        case .tooManyAtOnce:
            self.init(code: .unavailable)
        case .tooLarge(let excess, let limit):
            self.init(
                code: .tooLarge,
                detail: ["what": .string(excess.rawValue), "limit": .integer(limit)]
            )
        }
    }

    private static func detail(of refusal: UpdateRefusal) -> JSON {
        var error: [JSON.Member] = []
        if case .badHierarchy(let missing, _) = refusal {
            error.append(.init(name: "Missing", value: .string(missing.name)))
        }
        error.append(.init(name: "Msg", value: .string(refusal.message)))
        return ["Name": .string(refusal.name), "Error": .object(error)]
    }
}
