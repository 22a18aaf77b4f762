import Foundation
import Measuring

/// A user's own metrics: a folder each with `metric.csv` and `metric.sql`.
struct UserMetrics {
    let folder: String?

    /// Our metrics and those in the folder.
    ///
    /// - Throws: ``JobError/usage(_:_:)`` when a file is missing or can't be used.
    func dictionary() throws(JobError) -> MetricDictionary {
        var folders: [MetricDictionary.Folder] = []
        for name in names {
            folders.append(
                MetricDictionary.Folder(
                    name: name,
                    descriptor: try text(name, "metric.csv"),
                    sql: try text(name, "metric.sql")
                )
            )
        }
        do throws(MetricError) { return try MetricDictionary(adding: folders) } catch {
            throw .usage("error.user_metric", [folder ?? "", error.description])
        }
    }

    /// The folders that hold one of the two files at least; others are not ours to speak of.
    private var names: [String] {
        guard let folder else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { name in
            ["metric.csv", "metric.sql"].contains {
                FileManager.default.fileExists(atPath: "\(folder)/\(name)/\($0)")
            }
        }
    }

    private func text(_ name: String, _ file: String) throws(JobError) -> String {
        let path = "\(folder ?? "")/\(name)/\(file)"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw .usage("error.user_metric", [path, "UTF-8"])
        }
        return text
    }
}
