import HTTPTypes
import Hummingbird
import NotaryService
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Error bodies")
struct ErrorBodyTests {
    /// Bodies that the real server sent.
    private static let recorded: [(ErrorBody, Int, String)] = [
        (
            ErrorBody(code: .metadataNotFound), 404,
            #"{"errors":[{"code":"METADATA_NOT_FOUND","message":"You have requested metadata that does not exist."}]}"#
        ),
        (
            ErrorBody(NotaryServiceError.metadataNotFound), 404,
            #"{"errors":[{"code":"METADATA_NOT_FOUND","message":"You have requested metadata that does not exist.","detail":{}}]}"#
        ),
        (
            ErrorBody(refusing: .versionOutOfRange(.known("app"), digits: "99999999999999999999")),
            404,
            #"{"errors":[{"code":"METADATA_NOT_FOUND","message":"You have requested metadata that does not exist.","detail":{"Func":"Atoi","Num":"99999999999999999999","Err":{}}}]}"#
        ),
        (
            ErrorBody(NotaryServiceError.invalidRole(name: "targets/<A&>")), 400,
            #"{"errors":[{"code":"INVALID_ROLE","message":"The role you are attempting to operate on is invalid.","detail":"targets/\u003cA\u0026\u003e"}]}"#
        ),
        (
            ErrorBody(NotaryServiceError.malformedJSON(role: .root, reason: "secret")), 400,
            #"{"errors":[{"code":"MALFORMED_JSON","message":"JSON sent by the client could not be parsed by the server"}]}"#
        ),
        (
            ErrorBody(UploadError.malformed), 400,
            #"{"errors":[{"code":"MALFORMED_UPLOAD","message":"The body of your request is malformed."}]}"#
        ),
        (
            ErrorBody(UploadError.missingFileName), 400,
            #"{"errors":[{"code":"NO_FILENAME","message":"No file/role name provided."}]}"#
        ),
        (
            ErrorBody(NotaryServiceError.invalidUpdate(.badRoot(message: "a > b"))), 400,
            #"{"errors":[{"code":"INVALID_UPDATE","message":"Update sent by the client is invalid.","detail":{"Name":"ErrBadRoot","Error":{"Msg":"a \u003e b"}}}]}"#
        ),
        (
            ErrorBody(
                NotaryServiceError.invalidUpdate(.badHierarchy(missing: .snapshot, message: "m"))
            ), 400,
            #"{"errors":[{"code":"INVALID_UPDATE","message":"Update sent by the client is invalid.","detail":{"Name":"ErrBadHierarchy","Error":{"Missing":"snapshot","Msg":"m"}}}]}"#
        ),
        (
            ErrorBody(NotaryServiceError.uncheckableUpdate(reason: "secret")), 400,
            #"{"errors":[{"code":"INVALID_UPDATE","message":"Update sent by the client is invalid."}]}"#
        ),
        (
            ErrorBody(NotaryServiceError.oldVersion(role: .root)), 400,
            #"{"errors":[{"code":"VERSION","message":"A newer version of metadata is already available.","detail":{}}]}"#
        ),
        (
            ErrorBody(NotaryServiceError.updating(reason: "secret")), 500,
            #"{"errors":[{"code":"UPDATING","message":"An error has occurred while updating the TUF repository."}]}"#
        ),
        (
            ErrorBody(NotaryServiceError.unknown(reason: "secret")), 500,
            #"{"errors":[{"code":"UNKNOWN","message":"unknown error","detail":{}}]}"#
        ),
        (
            ErrorBody(
                NotaryServiceError.missingKeys(role: .snapshot, found: 0, needed: 1, missing: [])
            ), 500,
            #"{"errors":[{"code":"UNKNOWN","message":"unknown error","detail":{"FoundKeys":0,"NeededKeys":1,"MissingKeyIDs":[]}}]}"#
        ),
        (
            ErrorBody(refusing: .updateOfImpossibleName), 400,
            #"{"errors":[{"code":"INVALID_GUN","message":"The server does not support actions on images of this name."}]}"#
        ),
        (
            ErrorBody(UploadError.tooLarge(.part, limit: 7)), 413,
            #"{"errors":[{"code":"TOO_LARGE","message":"The body of your request is larger than this server accepts.","detail":{"what":"part","limit":7}}]}"#
        ),
    ]

    @Test(
        "an error is the original's, byte for byte, and keeps reasons to the log",
        arguments: recorded
    )
    func bytes(body: ErrorBody, status: Int, text: String) {
        #expect(String(decoding: body.bytes, as: UTF8.self) == text + "\n")
        #expect(body.response.status.code == status)
        #expect(body.response.headers[.contentType] == "application/json; charset=utf-8")
    }
}
