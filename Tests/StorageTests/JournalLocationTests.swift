import Storage
import Testing

@Suite struct JournalLocationTests {
  private func resolve(_ option: String?, _ environment: [String: String], _ configured: String?) -> String? {
    JournalLocation.resolve(option: option, environment: environment, configured: configured)
  }

  @Test func theOptionCountsBeforeTheEnvironmentBeforeTheSettings() {
    let all = ["HOME": "/home/hana", "KISEKI_JOURNAL": "/env", "XDG_DATA_HOME": "/data"]
    #expect(resolve("/option", all, "/set") == "/option")
    #expect(resolve(nil, all, "/set") == "/env")
    #expect(resolve(nil, ["HOME": "/home/hana", "XDG_DATA_HOME": "/data"], "/set") == "/set")
    #expect(resolve(nil, ["HOME": "/home/hana", "XDG_DATA_HOME": "/data"], nil) == "/data/kiseki/journal")
    #expect(resolve(nil, ["HOME": "/home/hana"], nil) == "/home/hana/.local/share/kiseki/journal")
  }

  @Test func whatIsEmptyCountsAsNotSaid() {
    let environment = ["HOME": "/h", "KISEKI_JOURNAL": "", "XDG_DATA_HOME": ""]
    #expect(resolve("", environment, "") == "/h/.local/share/kiseki/journal")
  }

  @Test func aRelativeDataHomeIsPassedOver() {
    #expect(resolve(nil, ["HOME": "/h", "XDG_DATA_HOME": "data"], nil) == "/h/.local/share/kiseki/journal")
  }

  @Test func aTildeIsTheHomeFolder() {
    #expect(resolve(nil, ["HOME": "/h"], "~/日誌") == "/h/日誌")
    #expect(resolve(nil, ["HOME": "/h", "KISEKI_JOURNAL": "~"], nil) == "/h")
    #expect(resolve("~other/x", ["HOME": "/h"], nil) == "~other/x")
  }

  @Test func withoutAHomeOnlyWhatIsSaidIsAPlace() {
    #expect(resolve(nil, [:], nil) == nil)
    #expect(resolve(nil, ["HOME": "somewhere"], nil) == nil)
    #expect(resolve("~/日誌", [:], nil) == nil)
    #expect(resolve("日誌", [:], nil) == "日誌")
    #expect(resolve(nil, ["XDG_DATA_HOME": "/data"], nil) == "/data/kiseki/journal")
  }
}
