import Foundation
import Testing

/// `kiseki vector`: the newest statement, as long as it is wanted.
@Suite(.serialized, .timeLimit(.minutes(3))) struct VectorCommandTests {
  private func sandbox(sentence: String = "こわかった私は、いま練習を続けています。") throws -> Sandbox {
    let sandbox = try Sandbox()
    let head = "---\ntemplate: vector/statement\nkind: vector\nlang: ja\n---\n"
    try sandbox.put(
      head + "## いましていること\n\n月に一度、集まります。\n\n## 目的地\n\n町へ。\n\n## 一文にすると\n\n\(sentence)\n",
      at: "2026/2026-11-18-a.md")
    try sandbox.put(head + "## 一文にすると\n\n前の一文。\n", at: "2026/2026-05-01-b.md")
    try sandbox.put(head + "## 一文にすると\n\n", at: "2026/2026-11-20-empty.md")
    try sandbox.put("---\nkind: failure\n---\n失敗\n", at: "2026/2026-11-19-c.md")
    return sandbox
  }

  @Test func newestStatementIsPrintedInEachForm() throws {
    let sandbox = try sandbox()
    #expect(try sandbox.kiseki("vector").output == "こわかった私は、いま練習を続けています。\n")
    #expect(try sandbox.kiseki("vector", "--as", "line").output == "こわかった私は、いま練習を続けています。\n")
    #expect(
      try sandbox.kiseki("vector", "--as", "profile").output == "こわかった私は、いま練習を続けています。\n\n月に一度、集まります。\n")
    #expect(
      try sandbox.kiseki("vector", "--as", "long").output
        == "月に一度、集まります。\n\n目的地：町へ。\n\nこわかった私は、いま練習を続けています。\n")
  }

  @Test func profileFitsWhereItIsFor() throws {
    let sandbox = try sandbox(sentence: String(repeating: "とても、", count: 100))
    for (place, limit) in [("x", 160), ("instagram", 150), ("bluesky", 256)] {
      let outcome = try sandbox.kiseki("vector", "--for", place)
      #expect(outcome.status == 0 && outcome.output.dropLast().count <= limit)
    }
    #expect(try sandbox.kiseki("vector", "--as", "profile", "--limit", "10").output == "町へ。\n")
    #expect(try sandbox.kiseki("vector", "--for", "myspace").status == 2)
  }

  @Test func aFormatOfTheWritersOwnSaysHowItIsTold() throws {
    let sandbox = try sandbox()
    let template = """
      ---
      template: vector/statement
      name: 私のベクトル
      kind: vector
      lang: ja
      compose:
        line: "{{destination}} へ歩いています"
        profile: "**{{sentence}}** ({{destination}})"
      ---
      ## いましていること {#present}
      ## 目的地 {#destination}
      ## 一文にすると {#sentence}

      """
    try sandbox.put(template, at: "templates/vector.ja.md")
    #expect(try sandbox.kiseki("vector").output == "町へ。 へ歩いています\n")
    #expect(try sandbox.kiseki("vector", "--for", "x").output == "こわかった私は、いま練習を続けています。 (町へ。)\n")
    #expect(try sandbox.kiseki("vector", "--limit", "10").output == "町へ。\n")
    #expect(try sandbox.kiseki("vector", "--as", "long").output.hasPrefix("月に一度、集まります。\n\n目的地："))
  }

  @Test func whatIsCutIsSaid() throws {
    let sandbox = try sandbox()
    let outcome = try sandbox.kiseki("vector", "--limit", "2")
    #expect(outcome.status == 0 && outcome.output.dropLast().count <= 2)
    #expect(outcome.errors.hasPrefix("kiseki: ") && outcome.errors.contains("20"))
  }

  @Test func jsonIsReadByScripts() throws {
    let sandbox = try sandbox()
    let outcome = try sandbox.kiseki("vector", "--for", "x", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(object?["form"] as? String == "profile")
    #expect(object?["limit"] as? Int == 160)
    #expect(object?["length"] as? Int == (object?["text"] as? String)?.count)
    #expect((object?["parts"] as? [String: String])?["destination"] == "町へ。")
    #expect((object?["path"] as? String)?.hasSuffix("2026-11-18-a.md") == true)
  }

  @Test func withoutAStatementItIsSaid() throws {
    let sandbox = try Sandbox()
    let outcome = try sandbox.kiseki("vector")
    #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.errors.contains("vector/statement"))
    for usage in [
      ["--as", "poem"], ["--limit", "0"], ["--as", "line", "--for", "x"], ["--for", "x", "--limit", "3"],
    ] {
      let outcome = try sandbox.kiseki(
        "vector", usage[0], usage[1], usage.count > 2 ? usage[2] : "--lang", usage.count > 3 ? usage[3] : "ja"
      )
      #expect(outcome.status == 2, "\(usage)")
    }
  }
}
