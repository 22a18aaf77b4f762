import ArgumentParser
import Jobs

/// `analytics backup FILE`: a copy of the warehouse, whoever is writing.
struct Backup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backup",
            abstract: Console.help("help.backup")
        )
    }

    @Argument(help: ArgumentHelp(Console.help("help.copy"), valueName: Console.help("value.file")))
    var file: String

    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        try shared.run { surroundings in
            Console.say(try CopyJob(surroundings).backUp(to: file))
        }
    }
}

/// `analytics restore FILE`: a copy comes back.
struct Restore: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "restore",
            abstract: Console.help("help.restore")
        )
    }

    @Argument(help: ArgumentHelp(Console.help("help.copy"), valueName: Console.help("value.file")))
    var file: String

    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        try shared.run { surroundings in
            Console.say(try CopyJob(surroundings).restore(file))
        }
    }
}

/// `analytics merge FILE…`: several warehouses become one.
struct Merge: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "merge",
            abstract: Console.help("help.merge")
        )
    }

    @Argument(
        help: ArgumentHelp(Console.help("help.shards"), valueName: Console.help("value.file"))
    )
    var files: [String]

    @OptionGroup var shared: WarehouseOptions

    func run() throws {
        try shared.run { surroundings in
            Console.say(try CopyJob(surroundings).merge(files))
        }
    }
}
