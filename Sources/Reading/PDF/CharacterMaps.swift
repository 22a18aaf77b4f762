import ReportModel

/// The maps from the numbers that Chinese fonts in PDFs give their characters to the characters. Programs that write
/// PDFs often leave them out, as do the packages of programs that read them; then text is lost, or some of it.
public enum CharacterMaps {
    /// The package that brings them, as Debian calls it.
    public static let package = "poppler-data"
    /// The collection of the mainland's characters.
    public static let mainland = "Adobe-GB1"

    /// Whether `pdftotext` finds the maps of the mainland's characters, as it shows by a page that needs them; looked
    /// at once.
    public static let areInstalled: Bool = {
        let outcome = try? PDFReader.program.run(
            ["-enc", "UTF-8", "-", "-"],
            input: Array(probe.utf8)
        )
        return outcome.map { String(decoding: $0.output, as: UTF8.self).contains("报") } ?? false
    }()

    /// The map that `pdftotext` complains of.
    ///
    /// - Parameter errors: what it printed on standard error.
    /// - Returns: the map's name; `nil` where none is missing.
    static func missing(_ errors: [UInt8]) -> String? {
        String(decoding: errors, as: UTF8.self).split(separator: "\n").lazy.compactMap { line in
            guard complaints.contains(where: { line.contains($0) }) else { return nil }
            // The quotation mark of Couldn't stands behind no space.
            return line.firstRange(of: " '").map { mark in
                String(line[mark.upperBound...].prefix { $0 != "'" })
            }
        }.first
    }

    /// "Missing language pack for 'Adobe-GB1' mapping", "Couldn't find 'GBK-EUC-H' CMap file for 'Adobe-GB1' collection".
    private static let complaints = ["Missing language pack", "CMap file for", "Unknown CMap"]

    /// A page with one character, 报, in a font that is not embedded.
    static let probe = """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</Font<</F 4 0 R>>>>/Contents 7 0 R>>endobj
        4 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>endobj
        5 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 6 0 R
        /CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>endobj
        6 0 obj<</Type/FontDescriptor/FontName/STSong-Light/Flags 4>>endobj
        7 0 obj<</Length 30>>stream
        BT /F 9 Tf 9 9 Td <62A5> Tj ET
        endstream endobj
        trailer<</Root 1 0 R>>
        %%EOF

        """
}
