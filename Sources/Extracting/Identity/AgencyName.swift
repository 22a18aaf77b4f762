/// What can be the name of a public body, and what can't.
enum AgencyName {
    /// Whether a text ends as bodies' names do and has no more than a name's length.
    static func looksLikeBody(_ text: String) -> Bool {
        (3...40).contains(text.unicodeScalars.count)
            && !text.contains { "。，,；;：:>|！？、《》 ".contains($0) || $0.isASCII }
            && endings.contains { text.hasSuffix($0) }
            && !generic.contains(text)
    }

    /// Whether a title's words name a body at all.
    static func isName(_ text: String) -> Bool {
        text.unicodeScalars.count >= 2 && !generic.contains(text)
            && text.unicodeScalars.contains { $0.properties.isIdeographic }
            && !text.contains { "×X＊*_/\\".contains($0) }
            && text.count(where: \.isWholeNumber) < fewestDigitsOfIndex
            && !labels.contains { text.holds($0) }
    }

    /// So many digits are an index number, not part of a name.
    private static let fewestDigitsOfIndex = 6
    /// Words of the portal around a title that are part of no name.
    private static let labels = ["索引号", "首页", "当前位置", "发布机构", "发文日期", "发布日期", "组配分类"]

    private static let endings = [
        "政府", "局", "委员会", "委", "办公室", "厅", "部", "署", "办事处", "街道", "镇", "乡", "管委会",
        "中心", "办", "院", "队", "站", "所", "处", "分局", "税务总局", "海关", "馆", "会", "公司", "苏木",
    ]

    private static let generic: Set<String> = [
        "本网", "本站", "本局", "我局", "本机关", "本单位", "本部门", "单位", "政府", "人民政府", "本级政府",
        "市政府", "区政府", "县政府", "省政府", "办公室", "政府办公室", "政府网站", "门户网站", "中心", "机关",
    ]
}
