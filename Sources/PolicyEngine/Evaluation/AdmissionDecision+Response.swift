import TUFCore

extension AdmissionDecision {
    /// The AdmissionReview to answer with, in the version that was asked in.
    ///
    /// - Parameter review: the question.
    /// - Returns: JSON as bytes.
    public func response(to review: AdmissionReview) -> [UInt8] {
        JSON.object([
            .init(name: "apiVersion", value: .string(review.version.rawValue)),
            .init(name: "kind", value: "AdmissionReview"),
            .init(name: "response", value: .object(members(for: review))),
        ])
        .serialized()
    }

    /// What was decided and why, for the audit log of the API server.
    public var auditAnnotations: [(key: String, value: String)] {
        let outcome = isAllowed ? "allowed" : "denied"
        let decision = pass.map { "\(outcome): \($0.rawValue)" } ?? outcome
        let images = images.prefix(Self.auditedImages).enumerated()
            .map {
                (
                    key: "image-\($0.offset)",
                    value: "\($0.element.image.field.pointer): \($0.element)"
                )
            }
        return [(key: "decision", value: decision)] + images
    }

    /// More are not written down one by one; a pod has a handful.
    private static let auditedImages = 32

    private func members(for review: AdmissionReview) -> [JSON.Member] {
        var members: [JSON.Member] = [
            .init(name: "uid", value: .string(review.request.uid)),
            .init(name: "allowed", value: .boolean(isAllowed)),
        ]
        switch outcome {
        case .deny(let denials): members.append(.init(name: "status", value: status(denials)))
        case .allow(let operations) where !operations.isEmpty:
            let patch = Base64.encode(JSONPatch.document(operations))
            members.append(.init(name: "patchType", value: "JSONPatch"))
            members.append(.init(name: "patch", value: .string(patch)))
        case .allow: break
        }
        if review.version == .v1, !warnings.isEmpty {
            let lines = warnings.map { JSON.string(Self.warning($0)) }
            members.append(.init(name: "warnings", value: .array(lines)))
        }
        let audit = auditAnnotations.map { JSON.Member(name: $0.key, value: .string($0.value)) }
        members.append(.init(name: "auditAnnotations", value: .object(audit)))
        return members
    }

    private func status(_ denials: Denials) -> JSON {
        .object([
            .init(name: "status", value: "Failure"),
            .init(name: "message", value: .string(denials.message)),
            .init(name: "reason", value: "Forbidden"),
            .init(name: "code", value: 403),
        ])
    }

    /// One line of at most 120 bytes, which is what clients show in full.
    private static func warning(_ text: String) -> String {
        let line = String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 })
        )
        guard line.utf8.count > 120 else { return line }
        var short = ""
        for character in line where short.utf8.count + character.utf8.count <= 117 {
            short.append(character)
        }
        return short + "..."
    }
}

extension JudgedImage: CustomStringConvertible {
    /// Image and verdict, on one line.
    public var description: String {
        let name = image.reference?.canonical ?? image.field.image ?? "no image"
        return "\(name) \(verdict)"
    }
}

extension ImageVerdict: CustomStringConvertible {
    /// The verdict with its evidence, on one line.
    public var description: String {
        switch self {
        case .proven(let proof): "proven: \(proof)"
        case .exempt(let exemption):
            "exempt: \(exemption.policy) (\(exemption.pattern)) asks for nothing"
        case .notRequired(let rule): "allowed: \(rule)"
        case .refused(let denials): "refused: \(denials.reasons[0].text)"
        }
    }
}

extension TrustProof: CustomStringConvertible {
    /// The digest and who signed it, `sha256:… by targets/releases key …`.
    public var description: String {
        let evidence = targets.map { target in
            "\(target.role) key \(target.signers.map(\.canonicalID.hex).joined(separator: ", "))"
        }
        return "\(digest) by \(evidence.joined(separator: "; "))"
    }
}
