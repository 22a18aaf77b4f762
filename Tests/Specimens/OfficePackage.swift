/// Puts the parts of an office file into an archive that office programs open. Source: ECMA-376, part 2.
enum OfficePackage {
    /// The namespace of what refers to other parts, and the beginning of their types.
    static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// An office file.
    ///
    /// - Parameters:
    ///   - parts: paths and contents.
    ///   - kind: the language of its parts: `wordprocessingml` or `spreadsheetml`.
    ///   - types: what each part is, by its path.
    ///   - main: the path of the part that is opened first.
    static func archive(
        _ parts: [(path: String, content: String)],
        kind: String,
        types: [String: String],
        main: String
    ) -> [UInt8] {
        let overrides = types.sorted { $0.key < $1.key }.map { path, type in
            "<Override PartName=\"/\(path)\" ContentType=\"application/vnd.openxmlformats-officedocument."
                + "\(kind).\(type)+xml\"/>"
        }
        let contents =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + overrides.joined() + "</Types>"
        let all =
            [
                ("[Content_Types].xml", contents),
                ("_rels/.rels", relations([("officeDocument", main)])),
            ] + parts
        return ZipWriter.archive(all.map { ($0.0, Array($0.1.utf8)) })
    }

    /// A part that says which others one refers to, as `rId1`, `rId2` and so on.
    static func relations(_ targets: [(type: String, path: String)]) -> String {
        let links = targets.enumerated().map { number, target in
            "<Relationship Id=\"rId\(number + 1)\" Type=\"\(relationships)/\(target.type)\""
                + " Target=\"\(target.path)\"/>"
        }
        return
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + links.joined() + "</Relationships>"
    }
}
