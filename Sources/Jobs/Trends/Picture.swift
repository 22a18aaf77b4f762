import Reading

/// Pictures made of drawings, by the system's own program.
enum Picture {
    private static let program = ChildProgram(name: "rsvg-convert", package: "librsvg2-bin")

    /// A drawing as a PNG picture, at twice the size that it has on screen.
    ///
    /// - Throws: ``JobError/usage(_:_:)`` when the program isn't there or fails.
    static func png(ofSVG drawing: String) throws(JobError) -> [UInt8] {
        let outcome: ChildProgram.Outcome
        do {
            outcome = try program.run(
                ["--format", "png", "--zoom", "2"],
                input: Array(drawing.utf8)
            )
        } catch {
            throw .usage("error.no_picture", [program.name, program.package])
        }
        guard outcome.exitCode == 0, outcome.output.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
            throw .usage("error.no_picture", [program.name, program.package])
        }
        return outcome.output
    }
}
