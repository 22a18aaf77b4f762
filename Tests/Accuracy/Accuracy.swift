import ArgumentParser
import FormCatalog
import ReportModel
import Scoring
import Specimens

/// Prints how well every layout and form is read, sound and damaged; a long proof in a release build.
@main
struct Accuracy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accuracy",
        abstract: "Reads made-up reports of every layout and form, and counts cells."
    )

    @Option(help: "How many reports of each layout, form and share of blanks.")
    var count: UInt64 = 20

    @Option(help: "How many damaged reports of each layout and damage.")
    var damaged: UInt64 = 20

    @Option(help: "The first seed.")
    var seed: UInt64 = 1

    @Flag(help: "Print the floors that the tests pin, as CSV.")
    var floors = false

    func run() throws {
        if floors { return try printFloors() }
        let scoring = Scoring(catalog: try FormCatalog())
        print(Self.head)
        var all = Score()
        for layout in ReportLayout.allCases where layout.canBeRead {
            for edition in EditionID.forms {
                var sound = Score()
                for share in [0, 0.05, 0.3, 0.7] {
                    for number in 0..<count {
                        let drawn = seed + number
                        let score = scoring.score(layout, edition, seed: drawn, blanks: share)
                        if score.silent > 0 {
                            print("silent: \(layout) \(edition) \(share) \(drawn)")
                        }
                        sound = sound + score
                    }
                }
                print(Self.row("\(layout.rawValue) \(edition.rawValue)", sound))
                all = all + sound
            }
        }
        print(Self.row("all sound", all))
        var broken = Score()
        for layout in ReportLayout.allCases where layout.canBeRead {
            var own = Score()
            for damage in Damage.allCases {
                for number in 0..<damaged {
                    let edition = EditionID.forms[Int(number % UInt64(EditionID.forms.count))]
                    let drawn = (seed + number) &* 7919
                    let score = scoring.score(layout, edition, seed: drawn, damage: damage)
                    if score.silent > 0 { print("silent: \(layout) \(edition) \(damage) \(drawn)") }
                    own = own + score
                }
            }
            print(Self.row("\(layout.rawValue) damaged", own))
            broken = broken + own
        }
        print(Self.row("all damaged", broken))
        if all.silent + all.flagged + broken.silent > 0 { throw ExitCode(3) }
    }

    private func printFloors() throws {
        let scoring = Scoring(catalog: try FormCatalog())
        print("layout,edition,blanks,right_millionths")
        for layout in ReportLayout.allCases where layout.canBeRead {
            for edition in EditionID.forms {
                for blanks in [0, 0.3] {
                    let score = (UInt64(1)...4).reduce(Score()) {
                        $0 + scoring.score(layout, edition, seed: $1, blanks: blanks)
                    }
                    print("\(layout),\(edition),\(blanks),\(score.rightMillionths)")
                }
            }
        }
    }

    private static let head = line(
        "",
        ["documents", "refused", "cells", "right", "marked", "flagged", "silent"]
    )

    private static func row(_ name: String, _ score: Score) -> String {
        line(
            name,
            [
                score.documents, score.refused, score.printed, score.right, score.marked,
                score.flagged, score.silent,
            ].map { String($0) }
        )
    }

    private static func line(_ name: String, _ fields: [String]) -> String {
        name + String(repeating: " ", count: max(1, 26 - name.count))
            + fields.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
    }
}
