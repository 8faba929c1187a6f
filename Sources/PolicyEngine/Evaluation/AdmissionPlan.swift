import TUFCore

/// What a review needs to be decided: its images, what governs them, and the questions to ask.
///
/// Made without asking anyone; ``decision(with:)`` then needs the answers only.
public struct AdmissionPlan: Sendable {
    /// Every image, in the order of the object's fields.
    public let images: [PlannedImage]
    /// Every question, each once.
    public let questions: [TrustQuestion]
    /// What is already worth a warning.
    public let warnings: [String]
    let scope: Scope
    /// What is asked, for explanations.
    let subject: String

    /// What of the request is judged.
    enum Scope: Sendable {
        /// Its images, as far as it has any.
        case images
        /// Nothing, and why not.
        case nothing(PassReason)
        /// It cannot be told what to judge.
        case unreadable(ObjectError)
    }

    /// Plans.
    ///
    /// - Parameters:
    ///   - review: what the API server asks.
    ///   - policies: what the decision rests on.
    public init(for review: AdmissionReview, under policies: PolicySet) {
        let request = review.request
        let subject = Self.subject(of: request)
        if let pass = Self.pass(for: request) {
            self.init(subject: subject, scope: .nothing(pass))
            return
        }
        do throws(ObjectError) {
            let images = try ReviewedImages(of: request)
            guard !images.fields.isEmpty else {
                self.init(subject: subject, scope: .nothing(.noImages))
                return
            }
            guard let namespace = request.namespace else { throw .noNamespace }
            self.init(images, of: request, in: namespace, under: policies)
        } catch {
            self.init(subject: subject, scope: .unreadable(error))
        }
    }

    private init(subject: String, scope: Scope) {
        (self.subject, self.scope) = (subject, scope)
        (images, questions, warnings) = ([], [], [])
    }

    private init(
        _ found: ReviewedImages,
        of request: AdmissionRequest,
        in namespace: String,
        under policies: PolicySet
    ) {
        let pull = PullCredentials(of: found, in: namespace, from: policies)
        let planner = ImagePlanner(
            policies: policies,
            namespace: namespace,
            credentials: pull.credentials
        )
        let isMirror = MirrorPod.isMirror(request)
        var courses: [String?: (ImageReference?, PlannedImage.Course)] = [:]
        var images: [PlannedImage] = []
        for field in found.fields {
            let (reference, course) = courses[field.image] ?? planner.course(for: field.image)
            courses[field.image] = (reference, course)
            images.append(
                PlannedImage(
                    field: field,
                    reference: reference,
                    course: course,
                    isPatchable: !isMirror && !found.unchangeable.contains(field.pointer)
                )
            )
        }
        self.images = images
        var asked: Set<TrustQuestion> = []
        questions = images.flatMap(\.course.questions).filter { asked.insert($0).inserted }
        warnings =
            pull.warnings + Self.warnings(about: questions)
            + (isMirror ? ["mirror pod: images are checked and left as they are"] : [])
        scope = .images
        subject = Self.subject(of: request)
    }
}

extension AdmissionPlan {
    private static func subject(of request: AdmissionRequest) -> String {
        let place = [request.namespace, request.name ?? "(unnamed)"].compactMap { $0 }
        let subresource = request.subresource.map { " \($0)" } ?? ""
        return "\(request.operation.rawValue) \(request.kind)\(subresource) "
            + "\(place.joined(separator: "/")) by \(request.username)"
            + (request.isDryRun ? " (dry run)" : "")
    }

    private static func pass(for request: AdmissionRequest) -> PassReason? {
        switch request.operation {
        case .delete, .connect: return .operationBringsNoImage
        case .create, .update: break
        }
        if let subresource = request.subresource,
            ImagelessObjects.subresources.contains(subresource)
        {
            return .subresourceBringsNoImage
        }
        let isDeleted =
            request.operation == .update
            && request.oldObject?["metadata"]?["deletionTimestamp"]?.string != nil
        return isDeleted && ReviewedImages.areUnchanged(by: request) ? .beingDeleted : nil
    }

    /// Plain HTTP to another machine: what is signed stays safe, but answers can be held back.
    private static func warnings(about questions: [TrustQuestion]) -> [String] {
        let servers = questions.map(\.server)
        let plain = Set(servers.filter { $0.scheme == .http && !$0.isLoopback }.map(\.url))
        return plain.sorted().map { "trust server \($0) is asked without encryption" }
    }
}
