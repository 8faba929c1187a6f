import TUFCore

/// A table while a TOML text is being read: what may still be added depends on how it came about.
struct TOMLTable {
    /// How it came about.
    enum Kind {
        /// By a header of its own, or it is the whole text.
        case header
        /// As part of the header of another.
        case implied
        /// As part of a dotted key.
        case dotted
    }

    private indirect enum Item {
        case value(JSON)
        case table(TOMLTable)
        /// `[[name]]`: never empty.
        case elements([TOMLTable])
    }

    private var kind: Kind
    private var names: [String] = []
    private var items: [String: Item] = [:]

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// Its members in the order they were written.
    var json: JSON {
        .object(
            names.compactMap { name in
                items[name].map { JSON.Member(name: name, value: Self.json($0)) }
            }
        )
    }

    /// `[path]`.
    mutating func open(_ path: ArraySlice<String>) throws(TOMLTableError) {
        guard let name = path.first else { return }
        guard path.count == 1 else {
            return try descend(name, making: .implied) { (table) throws(TOMLTableError) in
                try table.open(path.dropFirst())
            }
        }
        switch items[name] {
        case nil: put(.table(TOMLTable(.header)), name)
        case .table(var table)? where table.kind == .implied:
            table.kind = .header
            put(.table(table), name)
        default: throw .repeated(name)
        }
    }

    /// `[[path]]`.
    mutating func addElement(_ path: ArraySlice<String>) throws(TOMLTableError) {
        guard let name = path.first else { return }
        guard path.count == 1 else {
            return try descend(name, making: .implied) { (table) throws(TOMLTableError) in
                try table.addElement(path.dropFirst())
            }
        }
        switch items[name] {
        case nil: put(.elements([TOMLTable(.header)]), name)
        case .elements(let elements)?: put(.elements(elements + [TOMLTable(.header)]), name)
        default: throw .repeated(name)
        }
    }

    /// `key = value` below the header `header`.
    mutating func set(
        _ key: ArraySlice<String>,
        to value: JSON,
        below header: ArraySlice<String>
    ) throws(TOMLTableError) {
        if let name = header.first {
            return try descend(name, making: .implied) { (table) throws(TOMLTableError) in
                try table.set(key, to: value, below: header.dropFirst())
            }
        }
        guard let name = key.first else { return }
        guard key.count == 1 else {
            if case .table(let table)? = items[name], table.kind != .dotted { throw .closed(name) }
            if case .elements? = items[name] { throw .closed(name) }
            return try descend(name, making: .dotted) { (table) throws(TOMLTableError) in
                try table.set(key.dropFirst(), to: value, below: [])
            }
        }
        guard items[name] == nil else { throw .repeated(name) }
        put(.value(value), name)
    }

    /// Changes the table at `name`, the last one where there are several.
    private mutating func descend(
        _ name: String,
        making kind: Kind,
        _ change: (inout TOMLTable) throws(TOMLTableError) -> Void
    ) throws(TOMLTableError) {
        switch items[name] {
        case nil:
            var table = TOMLTable(kind)
            try change(&table)
            put(.table(table), name)
        case .table(var table)?:
            try change(&table)
            put(.table(table), name)
        case .elements(var elements)?:
            guard var last = elements.popLast() else { return }
            try change(&last)
            put(.elements(elements + [last]), name)
        case .value?: throw .closed(name)
        }
    }

    private mutating func put(_ item: Item, _ name: String) {
        if items.updateValue(item, forKey: name) == nil { names.append(name) }
    }

    private static func json(_ item: Item) -> JSON {
        switch item {
        case .value(let value): value
        case .table(let table): table.json
        case .elements(let elements): .array(elements.map(\.json))
        }
    }
}
