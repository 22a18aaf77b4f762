public import ArgumentParser
import FormCatalog
import Foundation
import ReportModel
public import Specimens

/// Writes reports that nobody published, with the figures that a reader should find in them.
@main
struct SpecimenWriter: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "specimens",
        abstract:
            "Writes made-up reports in every layout, form and encoding, each with its gold figures."
    )

    @Argument(help: "The folder to write to.")
    var output: String

    @Option(help: "How many reports of each layout.")
    var count = 10

    @Option(help: "The seed of the first report; the others follow.")
    var seed: UInt64 = 1

    @Option(help: "The share of cells that are left blank or struck through.")
    var blanks = 0.0

    @Option(
        help:
            "What happens to the tables: \(Damage.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var damage: Damage?

    @Option(
        help: "Only this layout: \(ReportLayout.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var layout: ReportLayout?

    @Option(help: "Only this form: \(EditionID.forms.map(\.rawValue).joined(separator: ", ")).")
    var edition: EditionID?

    func run() throws {
        let catalog = try FormCatalog()
        let renderer = ReportRenderer(catalog: catalog)
        let folder = URL(filePath: output)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for layout in layout.map({ [$0] }) ?? ReportLayout.allCases {
            for number in 0..<UInt64(max(count, 0)) {
                var dice = SplitMix64(seed: seed &+ number)
                let editions = edition.map { [$0] } ?? EditionID.forms
                var printed = PrintedReport.consistent(
                    using: &dice,
                    year: 2010 + Int(number % 15),
                    agency: "示例市第\(Self.numeral(number + 1))局",
                    edition: editions[Int(number % UInt64(editions.count))]
                )
                if blanks > 0 { printed = printed.withBlanks(share: blanks, using: &dice) }
                var tables = FormTables(printed, catalog)
                if let damage,
                    let done = damage.done(
                        to: tables,
                        of: printed,
                        using: &dice,
                        isRuled: layout.isRuled
                    )
                {
                    (tables, printed) = done
                }
                let encodings = layout.isText ? TextEncodings.allCases : [.utf8]
                let encoding = encodings[Int(number % UInt64(encodings.count))]
                let bytes = renderer.bytes(printed, tables, layout, encoding)
                let name = "\(layout.rawValue)_\(seed &+ number)"
                let ending = layout.fileName.split(separator: ".")[1]
                try Data(bytes).write(to: folder.appending(path: "\(name).\(ending)"))
                try gold(of: printed).write(to: folder.appending(path: "\(name).gold.json"))
            }
        }
    }

    /// A number in Chinese digits: names of bodies have no others.
    private static func numeral(_ number: UInt64) -> String {
        String(
            String(number).compactMap { $0.wholeNumberValue.map { Array("〇一二三四五六七八九")[$0] } }
        )
    }

    private func gold(of printed: PrintedReport) throws -> Data {
        let cells = printed.report.cells.inFormOrder.map { code, cell in
            (code.name, cell.figure.value?.description)
        }
        let gold: [String: Any] = [
            "agency": printed.agency, "year": printed.year, "edition": printed.edition.rawValue,
            "published": printed.published,
            "cells": Dictionary(uniqueKeysWithValues: cells.map { ($0, $1 as Any? ?? NSNull()) }),
        ]
        return try JSONSerialization.data(
            withJSONObject: gold,
            options: [.prettyPrinted, .sortedKeys]
        )
    }
}

extension Damage: ExpressibleByArgument {}
extension EditionID: ExpressibleByArgument {}
extension ReportLayout: ExpressibleByArgument {}
