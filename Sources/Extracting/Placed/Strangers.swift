import FormCatalog

extension PlacedText {
    /// The words beside a table's headers that are none of the form's: the heads of other columns, a year's before or
    /// running numbers'.
    ///
    /// - Parameters:
    ///   - headers: the form's headers.
    ///   - left: where the columns begin, right of the rows' labels.
    ///   - isKnown: whether words head several columns of the table.
    /// - Returns: the words' boxes.
    func strangers<Item>(
        beside headers: [Label<Item>],
        from left: Int,
        _ isKnown: (LabelKey) -> Bool
    ) -> [Box] {
        guard let top = headers.map(\.box.top).min(), let bottom = headers.map(\.box.bottom).max()
        else { return [] }
        // What spans the header's rows stands a little above the names in its lower ones.
        let height = headers[0].members.first.map { segments[$0].box.height } ?? 0
        var known = Set(headers.flatMap(\.members))
        func others() -> [Int] {
            segments.indices.filter { index in
                let segment = segments[index]
                return !known.contains(index) && !segment.isFigure && segment.box.left >= left
                    && (2 * top - 3 * height...2 * bottom).contains(segment.box.twiceMiddle)
                    && LabelKey(segment.text).hasWords
            }
        }
        if others().isEmpty { return [] }
        let named = labels(where: { !$0.isFigure }) { isKnown($0) ? true : nil }
        known.formUnion(named.flatMap(\.members))
        return others().map { segments[$0].box }
    }
}

extension [[PlacedText.Segment]] {
    /// Whether each of a table's many rows has a figure for each column, or none: then other columns have none at all.
    func areFull(_ count: Int) -> Bool {
        self.count >= fewestRows && allSatisfy { [0, count].contains($0.count) }
    }

    /// Fewer rows may each have lost a figure and gained another column's.
    private var fewestRows: Int { 5 }
}
