public import ReportModel

/// The administrative divisions, past and present, and how to find them at the head of a name.
///
/// A division whose code changed is one division; it goes by its latest code.
public struct RegionBook: Sendable {
    /// All divisions, a line for each code and name that one had.
    public let regions: [Region]
    private let byName: [String: Set<String>]
    private let latest: [String: String]
    private let parents: [String: String]
    private let current: [String: Region]
    private let longestName: Int

    init(_ regions: [Region]) {
        self.regions = regions
        var latest: [String: String] = [:]
        for region in regions {
            if let was = region.was { latest[was] = region.code }
        }
        var settled: [String: String] = [:]
        for region in regions {
            var code = region.code
            while let next = latest[code], next != code { code = next }
            settled[region.code] = code
        }
        self.latest = settled
        var byName: [String: Set<String>] = [:]
        var parents: [String: String] = [:]
        var current: [String: Region] = [:]
        for region in regions {
            let code = settled[region.code] ?? region.code
            byName[region.name, default: []].insert(code)
            byName[region.shortName, default: []].insert(code)
            if let usual = Self.usualName(of: region) { byName[usual, default: []].insert(code) }
            if region.code == code {
                current[code] = region
                if let parent = region.parent { parents[code] = settled[parent] ?? parent }
            }
        }
        self.byName = byName
        self.parents = parents
        self.current = current
        longestName = byName.keys.map(\.count).max() ?? 0
    }

    /// 恩施州 for 恩施土家族苗族自治州, 连山县 for 连山壮族瑶族自治县: as everybody calls them.
    private static func usualName(of region: Region) -> String? {
        for (ending, usual) in [("自治州", "州"), ("自治县", "县"), ("自治旗", "旗")]
        where region.name.hasSuffix(ending) {
            return region.shortName + usual
        }
        return nil
    }

    /// The code by which a division goes today.
    public func code(now code: String) -> String { latest[code] ?? code }

    /// A division by the code by which it goes today.
    public subscript(code: String) -> Region? { current[code] }

    /// The division that one is part of.
    public func parent(of code: String) -> String? { parents[code] }

    /// Whether one division is the other, or lies in it.
    public func isWithin(_ code: String, _ outer: String) -> Bool {
        var place: String? = code
        while let here = place {
            if here == outer { return true }
            place = parents[here]
        }
        return false
    }

    /// What the head of a name says about where a body is.
    struct Place: Hashable {
        /// The divisions that it may be: none, one, or several of the same name.
        var codes: Set<String>
        /// What stands behind them.
        var rest: Substring
    }

    /// Takes the divisions off the head of a name: 江苏省淮安市洪泽区 of 江苏省淮安市洪泽区教育局.
    ///
    /// Each further name must lie in what was found before, or be the same place again.
    func place(atHeadOf name: String) -> Place {
        var place = Place(codes: [], rest: name[...])
        while let (found, rest) = next(place) ?? behindAbbreviation(place) {
            place = Place(codes: found, rest: rest)
        }
        return place
    }

    /// 阿拉善盟阿右旗阿拉善右旗: the same place first in short, in words that no list has, then in full.
    private func behindAbbreviation(_ place: Place) -> (codes: Set<String>, rest: Substring)? {
        guard !place.codes.isEmpty else { return nil }
        for skipped in 2...5 where place.rest.count > skipped + 2 {
            let head = place.rest.prefix(skipped)
            guard ["县", "区", "旗", "市", "州"].contains(where: { head.hasSuffix($0) }),
                let found = next(Place(codes: place.codes, rest: place.rest.dropFirst(skipped))),
                found.codes.isDisjoint(with: place.codes)
            else { continue }
            return found
        }
        return nil
    }

    private func next(_ place: Place) -> (codes: Set<String>, rest: Substring)? {
        let most = min(longestName, place.rest.count)
        guard most >= 2 else { return nil }
        for length in stride(from: most, through: 2, by: -1) {
            let head = String(place.rest.prefix(length))
            guard var found = byName[head] else { continue }
            let rest = place.rest.dropFirst(length)
            if !place.codes.isEmpty {
                found = found.filter { code in
                    place.codes.contains { isWithin(code, $0) || isWithin($0, code) }
                }
                // A place named twice, or its outer one again, says nothing new.
                let deeper = found.filter { code in
                    place.codes.contains { isWithin(code, $0) }
                }
                found = deeper.isEmpty && !found.isEmpty ? place.codes : deeper
            } else if found.count > 1, let province = found.first(where: { parents[$0] == nil }) {
                // 河南 is the province, not 河南蒙古族自治县.
                found = [province]
            }
            guard !found.isEmpty, !Self.belongsToBody(head, rest) else { continue }
            return (found, rest)
        }
        return nil
    }

    /// 城区街道, 东城街道 and the like are towns that are called as some division is without its kind.
    private static func belongsToBody(_ head: String, _ rest: Substring) -> Bool {
        ["镇", "乡", "街道", "苏木", "办事处"].contains {
            rest.hasPrefix($0)
        } && !["省", "市", "县", "区", "旗", "州", "盟"].contains { head.hasSuffix($0) }
    }
}
