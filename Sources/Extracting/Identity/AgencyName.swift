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
            && !text.contains { "×X＊*_".contains($0) }
    }

    private static let endings = [
        "政府", "局", "委员会", "委", "办公室", "厅", "部", "署", "办事处", "街道", "镇", "乡", "管委会",
        "中心", "办", "院", "队", "站", "所", "处", "分局", "税务总局", "海关", "馆", "会", "公司", "苏木",
    ]

    private static let generic: Set<String> = [
        "本网", "本站", "本局", "我局", "本机关", "本单位", "本部门", "单位", "政府", "人民政府", "本级政府",
        "市政府", "区政府", "县政府", "省政府", "办公室", "政府办公室", "政府网站", "门户网站", "中心", "机关",
    ]
}
