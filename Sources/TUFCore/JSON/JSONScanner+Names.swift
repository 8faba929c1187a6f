extension JSONScanner {
    /// Looks for two equal names in an object whose names are not in order.
    ///
    /// A few names are compared with each other; more go into a hash table with the seed that
    /// the process drew at its start, so that no text can make this slow.
    @inline(never)
    func refuseDuplicateNames(ofObjectAt index: Int, count: Int) throws(JSONError) {
        if count <= 8 {
            try compareNames(ofObjectAt: index)
        } else {
            try hashNames(ofObjectAt: index, count: count)
        }
    }

    private func compareNames(ofObjectAt index: Int) throws(JSONError) {
        var next = index + 2
        while next < tape.count {
            let name = tape[next]
            var other = index + 2
            while other < next {
                if unsafe UnescapedBytes.compare(tape[other], name, in: text.base) == 0 {
                    throw duplicate(name)
                }
                other = indexAfterMember(at: other)
            }
            next = indexAfterMember(at: next)
        }
    }

    private func hashNames(ofObjectAt index: Int, count: Int) throws(JSONError) {
        let mask = 1 << (Int.bitWidth - (count * 2).leadingZeroBitCount) - 1
        var slots = [UInt32](repeating: 0, count: mask + 1)
        var next = index + 2
        while next < tape.count {
            let name = tape[next]
            var slot = hash(of: name) & mask
            while slots[slot] != 0 {
                let other = tape[Int(slots[slot])]
                if unsafe UnescapedBytes.compare(other, name, in: text.base) == 0 {
                    throw duplicate(name)
                }
                slot = (slot + 1) & mask
            }
            slots[slot] = UInt32(truncatingIfNeeded: next)
            next = indexAfterMember(at: next)
        }
    }

    private func hash(of name: JSONTapeWord) -> Int {
        var hasher = Hasher()
        if name.isKind(.plainString) {
            unsafe hasher.combine(
                bytes: UnsafeRawBufferPointer(start: text.base + name.offset, count: name.length)
            )
        } else {
            let bytes = unsafe UnescapedBytes.all(of: name, in: text.base)
            unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        }
        return hasher.finalize()
    }

    private func indexAfterMember(at name: Int) -> Int {
        tape[name + 1].isContainer ? tape[name + 2].endIndex : name + 2
    }
}
