/// The table of what is owed and what is there.
struct GoalTable {
    private var table: ResultTable
    private let peers: [String: (peer: String, seconds: Double)]

    init(_ title: String) throws {
        peers = try BenchmarkFolder.peerTimes()
        table = ResultTable(
            title,
            columns: ["work", "us", "floor", "/floor", "peer us", "peer/us", "owed", "met"]
        )
    }

    mutating func add(_ id: String, seconds: Double, floor: Double? = nil, goal: Goal) {
        let peer = peers[id]
        let isMet = goal.isMet(seconds: seconds, floor: floor, peer: peer?.seconds)
        table.add(
            id,
            ResultTable.number(seconds * 1e6, digits: 2),
            floor.map { ResultTable.number($0 * 1e6) } ?? "",
            floor.map { ResultTable.number(seconds / $0, digits: 2) } ?? "",
            peer.map { "\($0.peer) \(ResultTable.number($0.seconds * 1e6))" } ?? "",
            peer.map { ResultTable.number($0.seconds / seconds) } ?? "",
            goal.text,
            isMet.map { $0 ? "yes" : "NO" } ?? "no peer"
        )
    }

    func show() { table.show() }
}
