import TUFCore

/// A targets file as Notary writes it, with hashes that look like hashes.
enum TargetsFile {
    /// - Parameters:
    ///   - count: the number of targets.
    ///   - isPretty: whether it is indented, as python-tuf writes files.
    /// - Returns: the file.
    static func bytes(targets count: Int, isPretty: Bool) -> [UInt8] {
        let signed: JSON = [
            "_type": "Targets", "delegations": ["keys": [:], "roles": []],
            "expires": "2029-11-22T05:30:10.619671963Z",
            "targets": .object((0..<count).map(target)), "version": 2,
        ]
        let file: JSON = ["signatures": [], "signed": signed]
        var output: [UInt8] = []
        append(file, depth: isPretty ? 0 : nil, to: &output)
        return output
    }

    private static func target(_ number: Int) -> JSON.Member {
        let digits = String(number)
        let name = "release-" + String(repeating: "0", count: 8 - digits.count) + digits
        let hashes: JSON = [
            "sha256": .string(
                Base64.encode(HashAlgorithm.sha256.digest(of: Array(name.utf8)).bytes)
            ),
            "sha512": .string(
                Base64.encode(HashAlgorithm.sha512.digest(of: Array(name.utf8)).bytes)
            ),
        ]
        return JSON.Member(
            name: name,
            value: ["hashes": hashes, "length": .integer(1000 + number)]
        )
    }

    /// Writes as `serialized()` does, or with a space for each level when there is a depth.
    private static func append(_ value: JSON, depth: Int?, to output: inout [UInt8]) {
        guard let depth, case .object(let members) = value, !members.isEmpty else {
            output += value.serialized()
            return
        }
        output += Array("{".utf8)
        for (position, member) in members.enumerated() {
            output += Array((position > 0 ? ",\n" : "\n").utf8)
            output += [UInt8](repeating: 0x20, count: depth + 1)
            output += JSON.string(member.name).serialized() + Array(": ".utf8)
            append(member.value, depth: depth + 1, to: &output)
        }
        output += Array("\n".utf8) + [UInt8](repeating: 0x20, count: depth) + Array("}".utf8)
    }
}
