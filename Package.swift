// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "analytics",
    products: [
        .executable(name: "analytics", targets: ["analytics"]),
        .executable(name: "pdf-words", targets: ["pdf-words"]),
    ],
    traits: [
        .trait(
            name: "Office",
            description:
                "Reads Word, Excel and ZIP files, writes Excel; needs libzip and libxlsxwriter"
        ),
        .trait(
            name: "OpenSSL",
            description: "Hashes files by libcrypto: faster, with the same results"
        ),
        .trait(
            name: "Poppler",
            description: "Reads PDF without starting pdftotext for each file; needs libpoppler-cpp"
        ),
        .trait(name: "Benchmarks", description: "Measures the readers; needs libxml2"),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        // The system's C libraries. One Swift file owns each.
        .systemLibrary(
            name: "CSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"])]
        ),
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(
            name: "CLibZip",
            pkgConfig: "libzip",
            providers: [.apt(["libzip-dev"])]
        ),
        .systemLibrary(
            name: "CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"])]
        ),
        .systemLibrary(
            name: "CLibXLSXWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]
        ),
        .systemLibrary(
            name: "CLibCrypto",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]
        ),
        .systemLibrary(
            name: "CLibPoppler",
            pkgConfig: "poppler-cpp",
            providers: [.apt(["libpoppler-cpp-dev"])]
        ),
        .systemLibrary(name: "CLinux"),

        // The one program in C++, poppler's language: the reader of PDFs keeps it beside itself.
        .executableTarget(
            name: "pdf-words",
            dependencies: [.target(name: "CLibPoppler", condition: .when(traits: ["Poppler"]))],
            path: "Sources/PDFWords",
            cxxSettings: [.define("POPPLER", .when(traits: ["Poppler"]))]
        ),

        // Data and SQL files become string constants, so that the binary stands alone.
        .executableTarget(name: "FileEmbedder"),
        .plugin(
            name: "EmbedFiles",
            capability: .buildTool(),
            dependencies: ["FileEmbedder"],
            path: "Sources/EmbedFiles"
        ),

        // The nouns.
        .target(
            name: "ReportModel",
            dependencies: [.target(name: "CLibCrypto", condition: .when(traits: ["OpenSSL"]))]
        ),
        .target(name: "DocumentModel", dependencies: ["ReportModel"]),
        .target(name: "CSVCodec", dependencies: ["CLibCSV"]),
        .target(
            name: "FormCatalog",
            dependencies: ["CSVCodec", "ReportModel"],
            exclude: ["Editions", "FormCatalog.docc", "Wordings"],
            plugins: ["EmbedFiles"]
        ),
        .target(
            name: "Phrasebook",
            dependencies: ["CSVCodec", "ReportModel"],
            exclude: ["Phrases"],
            plugins: ["EmbedFiles"]
        ),

        // The rooms, in the order in which a report walks through them.
        .target(
            name: "Reading",
            dependencies: [
                .target(name: "CLibZip", condition: .when(traits: ["Office"])),
                "CLinux", "CSVCodec", "DocumentModel", "ReportModel",
            ],
            exclude: ["HTML/Entities", "Office/settings.xcu", "Reading.docc"],
            plugins: ["EmbedFiles"]
        ),
        .target(name: "Extracting", dependencies: ["DocumentModel", "FormCatalog", "ReportModel"]),
        .target(
            name: "Register",
            dependencies: ["CSVCodec", "ReportModel"],
            exclude: ["Register.docc", "Registers"],
            plugins: ["EmbedFiles"]
        ),
        .target(name: "Checking", dependencies: ["ReportModel"]),
        .target(
            name: "Warehouse",
            dependencies: ["CSQLite", "ReportModel"],
            exclude: ["SQL", "Warehouse.docc"],
            plugins: ["EmbedFiles"]
        ),
        .target(
            name: "Measuring",
            dependencies: ["CSVCodec", "ReportModel", "Warehouse"],
            exclude: ["Measuring.docc", "Metrics", "SQL"],
            plugins: ["EmbedFiles"]
        ),
        .target(
            name: "Exporting",
            dependencies: [
                .target(name: "CLibXLSXWriter", condition: .when(traits: ["Office"])),
                "CSVCodec", "CLinux", "Phrasebook", "ReportModel",
            ],
            exclude: ["Exporting.docc", "Pages/Assets"],
            plugins: ["EmbedFiles"]
        ),
        .target(
            name: "Jobs",
            dependencies: [
                "Checking", "Exporting", "Extracting", "FormCatalog", "Measuring", "Phrasebook",
                "Reading", "Register", "ReportModel", "Warehouse",
            ]
        ),
        .executableTarget(
            name: "analytics",
            dependencies: [
                "Jobs", "Phrasebook",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // Tests mirror the rooms.
        .target(
            name: "Specimens",
            dependencies: ["FormCatalog", "ReportModel"],
            path: "Tests/Specimens"
        ),
        .target(
            name: "Province",
            dependencies: ["FormCatalog", "Register", "ReportModel", "Specimens", "Warehouse"],
            path: "Tests/Province"
        ),
        .executableTarget(
            name: "province-writer",
            dependencies: [
                "FormCatalog", "Province", "Register", "Warehouse",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/ProvinceWriter"
        ),
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                .target(name: "CLibXML2", condition: .when(traits: ["Benchmarks"])), "CSQLite",
                "DocumentModel", "Extracting", "FormCatalog", "Reading", "ReportModel", "Specimens",
            ],
            path: "Tests/Benchmarks"
        ),
        .target(
            name: "Scoring",
            dependencies: [
                "Checking", "Extracting", "FormCatalog", "Reading", "ReportModel", "Specimens",
            ],
            path: "Tests/Scoring"
        ),
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "FormCatalog", "Scoring", "Specimens",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Fuzzing"
        ),
        .executableTarget(
            name: "series-statistics",
            dependencies: ["Measuring", "ReportModel"],
            path: "Tests/SeriesStatistics"
        ),
        .executableTarget(
            name: "table-dump",
            dependencies: ["DocumentModel", "Reading"],
            path: "Tests/TableDump"
        ),
        .executableTarget(
            name: "accuracy",
            dependencies: [
                "FormCatalog", "ReportModel", "Scoring", "Specimens",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Accuracy"
        ),
        .executableTarget(
            name: "specimens",
            dependencies: [
                "FormCatalog", "ReportModel", "Specimens",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/SpecimenWriter"
        ),
        .testTarget(name: "ReportModelTests", dependencies: ["ReportModel", "Specimens"]),
        .testTarget(name: "CSVCodecTests", dependencies: ["CSVCodec", "Specimens"]),
        .testTarget(name: "FormCatalogTests", dependencies: ["FormCatalog", "ReportModel"]),
        .testTarget(
            name: "ScoringTests",
            dependencies: ["CSVCodec", "FormCatalog", "ReportModel", "Scoring", "Specimens"],
            exclude: ["floors.csv"]
        ),
        .testTarget(
            name: "ReadingTests",
            dependencies: ["DocumentModel", "Reading", "ReportModel", "Specimens"]
        ),
        .testTarget(
            name: "ExtractingTests",
            dependencies: [
                "Checking", "DocumentModel", "Extracting", "FormCatalog", "Reading", "ReportModel",
                "Specimens",
            ]
        ),
        .testTarget(name: "RegisterTests", dependencies: ["Register", "ReportModel"]),
        .testTarget(
            name: "CheckingTests",
            dependencies: ["Checking", "ReportModel", "Specimens"]
        ),
        .testTarget(
            name: "WarehouseTests",
            dependencies: ["Checking", "ReportModel", "Specimens", "Warehouse"]
        ),
        .testTarget(
            name: "MeasuringTests",
            dependencies: ["Checking", "Measuring", "ReportModel", "Specimens", "Warehouse"]
        ),
        .testTarget(
            name: "ExportingTests",
            dependencies: ["CSVCodec", "Exporting", "Phrasebook", "ReportModel"]
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "CSVCodec", "FormCatalog", "Measuring", "Phrasebook", "Province", "Register",
                "ReportModel",
                "Specimens", "Warehouse", "analytics",
            ]
        ),
        .testTarget(name: "ArchitectureTests"),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}

// The tests read tens of thousands of documents: what reads them is optimised also where one debugs, but not with
// `UNOPTIMISED=1 swift build`, which is for stepping through it.
if Context.environment["UNOPTIMISED"] != "1" {
    let readers: Set = [
        "ReportModel", "DocumentModel", "FormCatalog", "Reading", "Extracting", "Checking",
        "Specimens", "Scoring",
    ]
    for target in package.targets where readers.contains(target.name) {
        target.swiftSettings?.append(
            .unsafeFlags(
                ["-O", "-whole-module-optimization", "-num-threads", "2", "-disable-batch-mode"],
                .when(configuration: .debug)
            )
        )
    }
}

// `FUZZ=1 swift build --product coverage-fuzz` watches which branches an input takes, for scripts/fuzz --coverage.
if Context.environment["FUZZ"] == "1" {
    for target in package.targets where target.type == .regular && target.name != "FileEmbedder" {
        target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer"]))
    }
    package.targets.append(
        .executableTarget(
            name: "coverage-fuzz",
            dependencies: ["FormCatalog", "Scoring", "Specimens"],
            path: "Tests/CoverageFuzzing",
            swiftSettings: [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]
        )
    )
}
