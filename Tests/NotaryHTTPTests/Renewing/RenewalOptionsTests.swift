import ArgumentParser
import NotaryService
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("The options of renewal")
struct RenewalOptionsTests {
    @Test("are Notary's lifetimes, and a third of the shorter one, unless given")
    func defaults() throws {
        let options = try RenewalOptions.parse([])
        let settings = try options.configuration().settings(.local(.ecdsa))
        #expect(settings == ServiceSettings())
        let schedule = try #require(try options.schedule())
        #expect(schedule.interval == .seconds(300))
        #expect(schedule.settings.margin == 14 * 86_400 / 3)
        #expect(schedule.settings.firstRetry == 60)
    }

    @Test("follow short lifetimes")
    func short() throws {
        let options = try RenewalOptions.parse([
            "--timestamp-lifetime", "1d", "--snapshot-lifetime", "12s",
        ])
        let settings = try options.configuration().settings(.local(.ecdsa))
        #expect(settings.timestampLifetime == 86_400)
        #expect(settings.snapshotLifetime == 12)
        let schedule = try #require(try options.schedule())
        #expect(schedule.settings.margin == 4)
        #expect(schedule.interval == .seconds(1))
        #expect(schedule.settings.firstRetry == 1)
    }

    @Test("can turn it off")
    func off() throws {
        #expect(try RenewalOptions.parse(["--no-background-renewal"]).schedule() == nil)
    }

    @Test(
        "are refused where they cannot be",
        arguments: [
            (["--timestamp-lifetime", "4s"], "`--timestamp-lifetime 4s` is out of bounds"),
            (["--snapshot-lifetime", "3651d"], "`--snapshot-lifetime 3651d` is out of bounds"),
            (["--timestamp-lifetime", "soon"], "soon"),
            (["--renewal-margin", "14d"], "`--renewal-margin 14d` is out of bounds"),
            (["--renewal-margin", "0s"], "`--renewal-margin 0s` is out of bounds"),
            (["--renewal-interval", "0s"], "`--renewal-interval 0s` is out of bounds"),
            (["--renewal-interval", "2d"], "`--renewal-interval 2d` is out of bounds"),
            (["--no-background-renewal", "--renewal-margin", "1d"], "contradicts"),
        ]
    )
    func refused(arguments: [String], message: String) {
        do {
            _ = try RenewalOptions.parse(arguments)
            Issue.record("\(arguments) were taken")
        } catch {
            #expect(RenewalOptions.message(for: error).contains(message))
        }
    }

    @Test("let pauses be shorter by chance, never longer")
    func jitter() {
        let schedule = RenewalSchedule(
            interval: .seconds(100),
            jitter: 0.2,
            settings: RenewalSettings(margin: 1)
        )
        #expect(schedule.pause(random: 0) == .seconds(100))
        #expect(schedule.pause(random: 0.5) == .seconds(90))
        #expect(schedule.pause(random: 1) == .seconds(80))
        #expect(schedule.pause(random: 7) == .seconds(80))
    }
}
