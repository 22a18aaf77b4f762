extension RandomAccessCollection {
    /// The first place, of elements in order, from which on something holds of all; the end where it holds of none.
    @inlinable
    public func partitionPoint(where holds: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if holds(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
