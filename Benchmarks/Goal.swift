/// What one row of the table is owed: at most so many times the floor, at least so many times as
/// fast as a peer, at most so many microseconds.
struct Goal {
    var floors: Double?
    var peers: Double?
    var microseconds: Double?

    func isMet(seconds: Double, floor: Double?, peer: Double?) -> Bool? {
        var answers: [Bool] = []
        if let floors, let floor { answers.append(seconds <= floors * floor) }
        if let peers {
            guard let peer else { return answers.contains(false) ? false : nil }
            answers.append(seconds * peers <= peer)
        }
        if let microseconds { answers.append(seconds * 1e6 <= microseconds) }
        return !answers.contains(false)
    }

    var text: String {
        let parts = [
            floors.map { "\(ResultTable.number($0, digits: 2))x floor" },
            peers.map { "\(ResultTable.number($0, digits: 1))x peer" },
            microseconds.map { "\(ResultTable.number($0, digits: 1)) us" },
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}
