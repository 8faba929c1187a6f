/// The canonical bytes of a JSON value, in place where the value is written so, to check signatures
/// over.
struct SignedMessage {
    private let value: JSONValue
    private let reencoded: [UInt8]?

    init(canonicalFormOf value: JSONValue) throws(JSONError) {
        self.value = value
        reencoded = value.isCanonical ? nil : try value.canonicalBytes()
    }

    func isSigned(by key: PublicKey, with signature: [UInt8], scheme: SignatureScheme) -> Bool {
        if let reencoded {
            return key.isValidSignature(signature, scheme: scheme, over: reencoded)
        }
        let isValid = unsafe try? value.withCanonicalBytes { message in
            unsafe key.isValidSignature(signature, scheme: scheme, over: message)
        }
        return isValid ?? false
    }
}
