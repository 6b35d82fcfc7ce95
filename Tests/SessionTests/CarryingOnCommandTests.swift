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
}
