import FormCatalog
import Reading

/// A worker's side of the line: reads the files that it is asked for until nobody asks any more.
public enum WorkerLoop {
    /// Reads files for the run at the other end of standard input.
    ///
    /// - Throws: ``JobError/broken(_:)`` when the program's own data is wrong.
    public static func run() throws(JobError) {
        CompanionProcess.endWithStarter()
        let catalog: FormCatalog
        do { catalog = try FormCatalog() } catch { throw .broken(error.description) }
        let line = WorkerLine(socket: 0)
        let intake = Intake(catalog: catalog)
        // A line that can't be understood is no line: the run notices by its end.
        while line.receive() {
            while let request = try Self.next(line) {
                var isHeard = true
                request.file.read(
                    with: intake,
                    known: Set(request.known),
                    passing: request.passing
                ) { reply in
                    isHeard = isHeard && line.send(reply)
                }
                if !isHeard { return }
            }
        }
    }

    private static func next(_ line: WorkerLine) throws(JobError) -> WorkerRequest? {
        do throws(WireError) { return try line.next(WorkerRequest.self) } catch {
            throw .broken("worker: request")
        }
    }
}
