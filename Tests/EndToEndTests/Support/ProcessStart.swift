import Foundation
import Glibc

/// What it takes to start a program: by the C library, since Foundation's `Process` has ended a
/// whole test run with a bad access where many programs were started at once.
struct ProcessStart {
    let program: String
    let arguments: [String]
    let environment: [String: String]
    let workingFolder: String
    /// Files for standard input, output and error.
    let files: (input: String, output: String, error: String)

    /// Starts the program in a process group of its own, with no other files open.
    ///
    /// - Returns: The id of the process.
    func run() throws -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, files.input, O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, files.output, O_WRONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, files.error, O_WRONLY, 0)
        _ = try unsafe Self.closeFrom()(&actions, 3)
        _ = try unsafe Self.changeFolder()(&actions, workingFolder)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        // The threads that tests run on block signals, which the program must not inherit.
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
        let variables = environment.map { "\($0.key)=\($0.value)" }
        var identifier: pid_t = 0
        let failure = unsafe Self.withTexts([program] + arguments) { arguments in
            unsafe Self.withTexts(variables) { variables in
                unsafe posix_spawn(
                    &identifier,
                    program,
                    &actions,
                    &attributes,
                    arguments,
                    variables
                )
            }
        }
        guard failure == 0 else {
            throw CocoaError(.executableLoad, userInfo: [NSFilePathErrorKey: program])
        }
        return identifier
    }

    /// Waits for the end of a process: its status, 128 and the signal for one that a signal ended.
    static func end(of identifier: Int32) -> Int32 {
        var status: Int32 = 0
        while unsafe waitpid(identifier, &status, 0) == -1, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }

    private typealias Actions = UnsafeMutablePointer<posix_spawn_file_actions_t>
    private typealias CloseFrom = @convention(c) (Actions, Int32) -> Int32
    private typealias ChangeFolder = @convention(c) (Actions, UnsafePointer<CChar>) -> Int32

    private static func closeFrom() throws -> CloseFrom {
        unsafe unsafeBitCast(
            try function("posix_spawn_file_actions_addclosefrom_np"),
            to: CloseFrom.self
        )
    }

    private static func changeFolder() throws -> ChangeFolder {
        unsafe unsafeBitCast(
            try function("posix_spawn_file_actions_addchdir_np"),
            to: ChangeFolder.self
        )
    }

    /// A function that the C library has and its module does not show.
    private static func function(_ name: String) throws -> UnsafeMutableRawPointer {
        guard let found = unsafe dlsym(nil, name) else {
            throw CocoaError(.executableLoad, userInfo: [NSLocalizedDescriptionKey: name])
        }
        return unsafe found
    }

    private static func withTexts<Result>(
        _ texts: [String],
        _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers = unsafe texts.map { unsafe strdup($0) } + [nil]
        defer {
            for index in unsafe pointers.indices { unsafe free(pointers[index]) }
        }
        return unsafe body(&pointers)
    }
}
