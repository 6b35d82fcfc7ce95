import Foundation
import Testing

/// What entries promise and grow from, on the command line.
@Suite(.serialized, .timeLimit(.minutes(3))) struct CarryingOnCommandTests {
  @Test func nextStepFromStandardInputIsKeptAndListed() throws {
    let sandbox = try Sandbox()
    let body = "## やったこと\n\n失敗。\n\n## 次にやること\n\n来週、\n電話します。\n"
    #expect(try sandbox.kiseki("new", "failure/ywt", "--body", "-", input: body).status == 0)
    #expect(sandbox.entryTexts.first?.contains("\nnext_step: 来週、電話します。\n") == true)
    try sandbox.put("---\norigin: \"1\"\n---\n続き\n", at: "2026/2026-01-01-a.md")
    let listed = try sandbox.kiseki("list", "--format", "json").output
    #expect(listed.contains("\"next_step\" : \"来週、電話します。\""))
    #expect(listed.contains("\"origin\" : \"1\""))
  }

  @Test func seriesIsListedOldestFirst() throws {
    let sandbox = try Sandbox()
    func report(_ id: String, _ name: String, from origin: String? = nil) throws {
      let origin = origin.map { "origin: \"\($0)\"\n" } ?? ""
      try sandbox.put(
        "---\ntitle: 報告\(id)\ndate: 2026-01-0\(id)T00:00:00+09:00\nid: \"\(id)\"\ntemplate: failure/\(name)\n\(origin)---\n",
        at: "2026/2026-01-0\(id)-r.md")
    }
    try report("1", "incident")
    try report("2", "incident-update", from: "1")
    try report("3", "incident-closing", from: "2")
    try report("4", "follow-up", from: "3")
    let listed = try sandbox.kiseki("list", "--series", "2026-01-02")
    #expect(listed.output.split(separator: "\n").compactMap { $0.last } == ["1", "2", "3"])
    #expect(try sandbox.kiseki("list", "--series", "none").status == 1)
  }
}
