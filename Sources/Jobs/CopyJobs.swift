import Phrasebook
import Warehouse

/// Copies the warehouse, brings a copy back, and puts several together.
public struct CopyJob: Sendable {
    private let surroundings: Surroundings

    /// A job on a warehouse.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// Writes a copy, whoever else is writing.
    ///
    /// - Returns: what was done, in words.
    /// - Throws: ``JobError`` when there is no warehouse, or the copy can't be written.
    public func backUp(to path: String) throws(JobError) -> String {
        let warehouse = try surroundings.openForReading()
        do throws(WarehouseError) { try warehouse.backUp(to: path) } catch {
            throw .warehouse(error)
        }
        return surroundings.phrasebook.say("backup.done", path)
    }

    /// Puts a copy in the warehouse's place.
    ///
    /// - Returns: what was done, in words.
    /// - Throws: ``JobError`` when the copy is not sound, or another process is writing.
    public func restore(_ path: String) throws(JobError) -> String {
        guard FileWalk([path]).missing.isEmpty else { throw .nothingToRead([path]) }
        do throws(WarehouseError) {
            try Warehouse.restore(path, to: surroundings.warehousePath)
        } catch {
            throw .warehouse(error)
        }
        return surroundings.phrasebook.say(
            "restore.done",
            surroundings.warehousePath,
            surroundings.warehousePath + ".before-restore"
        )
    }

    /// Takes over what other warehouses have; the warehouse is made if there is none.
    ///
    /// - Parameter paths: their files.
    /// - Returns: what was done, in words.
    /// - Throws: ``JobError`` when one of them is not there, not sound or not ours.
    public func merge(_ paths: [String]) throws(JobError) -> String {
        let missing = FileWalk(paths).missing
        guard missing.isEmpty else { throw .nothingToRead(missing) }
        let derived = try DerivedTables(surroundings)
        do throws(WarehouseError) {
            let warehouse = try Warehouse(path: surroundings.warehousePath, access: .writing)
            var reports = 0
            try DerivedTables.outdate(in: warehouse)
            for path in paths { reports += try warehouse.merge(path) }
            try warehouse.transaction { () throws(WarehouseError) in
                try derived.update(in: warehouse)
            }
            return surroundings.phrasebook.say("merge.done", String(reports), String(paths.count))
        } catch {
            throw .warehouse(error)
        }
    }
}
