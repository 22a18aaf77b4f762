import Foundation
import Testing

/// The house as it was drawn: which room may look into which, and how long a file may be.
struct ArchitectureTests {
    /// What each room may import, of the project's own modules.
    static let arrows: [String: Set<String>] = [
        "ReportModel": ["CLibCrypto"],
        "DocumentModel": ["ReportModel"],
        "CSVCodec": ["CLibCSV"],
        "FormCatalog": ["CSVCodec", "ReportModel"],
        "Phrasebook": ["CSVCodec", "ReportModel"],
        "Reading": ["CLibZip", "CLinux", "CSVCodec", "DocumentModel", "ReportModel"],
        "Extracting": ["DocumentModel", "FormCatalog", "ReportModel"],
        "Register": ["CSVCodec", "ReportModel"],
        "Checking": ["ReportModel"],
        "Warehouse": ["CSQLite", "ReportModel"],
        "Measuring": ["CSVCodec", "ReportModel", "Warehouse"],
        "Exporting": ["CLinux", "CSVCodec", "Phrasebook", "ReportModel"],
        "Jobs": [
            "CSVCodec", "Checking", "DocumentModel", "Exporting", "Extracting", "FormCatalog",
            "Measuring", "Phrasebook", "Reading", "Register", "ReportModel", "Warehouse",
        ],
        "analytics": ["Jobs", "Phrasebook"],
        "FileEmbedder": [], "EmbedFiles": [], "PDFWords": [],
    ]
    /// Modules of C.
    static let owners: Set = [
        "CLibCSV", "CLibCrypto", "CLibPoppler", "CLibXLSXWriter", "CLibXML2", "CLibZip", "CLinux",
        "CSQLite",
    ]

    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardized

    private func swiftFiles(in folder: String) throws -> [URL] {
        let url = Self.root.appending(path: folder)
        let files = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    }

    private func imports(of file: URL) throws -> Set<String> {
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        return Set(
            lines.compactMap { line in
                let words = line.split(separator: " ").map(String.init)
                guard let keyword = words.firstIndex(of: "import"), keyword <= 1,
                    keyword + 1 < words.count, !line.hasPrefix(" "), !line.hasPrefix("/")
                else { return nil }
                return words[keyword + 1]
            }
        )
    }

    @Test func `every room is drawn`() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appending(path: "Sources").path
        )
        #expect(Set(folders).subtracting(Self.owners) == Set(Self.arrows.keys))
    }

    @Test(arguments: ArchitectureTests.arrows.keys.sorted())
    func `a room imports only what its arrows allow`(_ room: String) throws {
        let ours = Set(Self.arrows.keys).union(Self.owners)
        for file in try swiftFiles(in: "Sources/\(room)") {
            let astray = try imports(of: file).intersection(ours)
                .subtracting(Self.arrows[room] ?? [])
            #expect(astray.isEmpty, "\(file.lastPathComponent) imports \(astray)")
        }
    }

    @Test func `SQLite's handles have one owner`() throws {
        let importers = try swiftFiles(in: "Sources").filter {
            try imports(of: $0).contains("CSQLite")
        }
        #expect(importers.map(\.lastPathComponent) == ["Connection.swift"])
    }

    @Test func `no file is two rooms in one`() throws {
        for file in try swiftFiles(in: "Sources") {
            let lines = try String(contentsOf: file, encoding: .utf8).split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
            #expect(lines.count <= 400, "\(file.lastPathComponent)")
        }
    }

    @Test func `the top level is what it was agreed to be`() throws {
        let entries = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
            .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
        let agreed: Set = [
            "LICENSE", "Package.swift", "README.md", "README.zh-CN.md", "Sources", "Tests", "data",
            "out", "scripts",
        ]
        #expect(Set(entries).subtracting(agreed).isEmpty)
    }

    @Test func `no source forces, gives up or leaves work undone`() throws {
        let banned = ["try!", "fatalError(", "as! ", "TODO", "FIXME", "@unchecked Sendable"]
        for file in try swiftFiles(in: "Sources") {
            let text = try String(contentsOf: file, encoding: .utf8)
            for word in banned {
                #expect(!text.contains(word), "\(file.lastPathComponent) has \(word)")
            }
        }
    }
}
